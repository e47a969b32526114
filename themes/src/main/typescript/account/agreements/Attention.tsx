import { Fragment } from "react";
import { inLanguage } from "../../common/language/languages";
import { useMessages } from "../../common/language/messages";
import type { AttentionClause } from "../api";
import type { Shown } from "./usePublished";
import { agreementWords } from "./words";

/** By itself such an article says little among the links of a page. */
const IS_NUMBER = /^[0-9][0-9.]*$/;

/** The clauses the author draws attention to, with ways to them. */
export function Attention({
  shown: { attention = [], accepted, locale },
  onFollow,
}: {
  shown: Shown;
  onFollow: (anchor: string) => void;
}) {
  const words = useMessages(agreementWords);
  if (attention.length === 0) {
    return null;
  }
  return (
    <p className="agreements-attention">
      <strong>{words.attention}</strong>{" "}
      {attention.map(({ anchor, digest, ...clause }, index) => (
        <Fragment key={anchor}>
          {index > 0 && words.attentionSeparator}
          <a
            href={`#${anchor}`}
            {...(IS_NUMBER.test(clause.article)
              ? { "aria-label": words.attentionArticle(labelOf({ anchor, digest, ...clause }, attention, words)) }
              : inLanguage(locale))}
            onClick={(event) => {
              event.preventDefault();
              onFollow(anchor);
            }}
          >
            {labelOf({ anchor, digest, ...clause }, attention, words)}
          </a>
          {accepted && !accepted.has(digest) && ` ${words.attentionChanged}`}
        </Fragment>
      ))}
    </p>
  );
}

/** Called like its article; of several in one, those after the first are counted. */
function labelOf(
  clause: AttentionClause,
  all: readonly AttentionClause[],
  words: { attentionPreamble: string; attentionFurther: (name: string, place: string) => string },
): string {
  const name = clause.article || words.attentionPreamble;
  const place = all
    .filter(({ article }) => article === clause.article)
    .findIndex(({ anchor }) => anchor === clause.anchor);
  return place === 0 ? name : words.attentionFurther(name, String(place + 1));
}
