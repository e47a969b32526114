import { useState } from "react";
import type { Restriction, RestrictionGround } from "../../api";

/** The statement of reasons, as it is typed. */
export interface Statement {
  grounds: readonly RestrictionGround[];
  facts: string;
  article: string;
  appeal: string;
}

/** A statement that is being written: a new one, or one that is changed. */
export function useStatement(known?: Restriction) {
  const [statement, setStatement] = useState<Statement>({
    grounds: known?.grounds ?? [],
    facts: known?.facts ?? "",
    article: known?.article ?? "",
    appeal: known?.appeal ?? "",
  });
  return {
    statement,
    change: (changes: Partial<Statement>) => setStatement((before) => ({ ...before, ...changes })),
    isComplete: statement.grounds.length > 0 && statement.facts.trim() !== "" && statement.article.trim() !== "",
  };
}

/** As it is sent. */
export function sent({ grounds, facts, article, appeal }: Statement) {
  return {
    grounds: [...grounds],
    facts: facts.trim(),
    article: article.trim(),
    ...(appeal.trim() !== "" && { appeal: appeal.trim() }),
  };
}
