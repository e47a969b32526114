import type { Restriction } from "../../../main/typescript/api";
import { NOW } from "../support/samples";

/** A suspension that stands until somebody lifts it. */
export const suspension = (changes: Partial<Restriction> = {}): Restriction => ({
  id: "r-1",
  userId: "u-1",
  username: "ann",
  kind: "SUSPENSION",
  effect: "SUSPENDED",
  grounds: ["DEFAMATION"],
  facts: "The nickname insults another user.",
  article: "Article 4 (8)",
  from: NOW,
  imposedBy: "a-1",
  administrator: "carla",
  edits: 2,
  ...changes,
});

/** One whose user objects. */
export const appealed = (changes: Partial<Restriction> = {}): Restriction =>
  suspension({ id: "r-2", username: "bea", userAppeal: { text: "It was not me.", at: NOW }, ...changes });
