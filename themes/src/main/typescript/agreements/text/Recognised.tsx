import { Button, ExpandableSection, Label, Text } from "@patternfly/react-core";
import { type ReactNode, useId } from "react";
import type { Outline, Outlines, Remark } from "../../api";
import { inLanguage, isolated, useMessages } from "../../common";
import { Languages } from "./Languages";
import { rangeOf } from "./outline";
import { agreementWords } from "../words";
import { findingWords } from "./words";

/** More than any agreement has that somebody looks through. */
const MOST_SHOWN = 200;

/** What was recognised in a text while it is written, and what its author has to know. */
export function Recognised({
  outline,
  language,
  others,
  onLine,
}: {
  outline: Outline;
  language: string;
  /** Of the texts of the version as they were saved. */
  others: Outlines | undefined;
  onLine: (line: number) => void;
}) {
  const words = useMessages(agreementWords);
  const heading = useId();
  const { articles, attentionClauses, remarks } = outline;
  return (
    <section className="agreements-recognised" aria-labelledby={heading}>
      <h2 id={heading}>{words.recognised}</h2>
      <Summary outline={outline} language={language} />
      <Remarks remarks={remarks} onLine={onLine} />
      <Languages language={language} outline={outline} others={others} />
      <Many title={words.articles} count={articles.length}>
        {articles.slice(0, MOST_SHOWN).map((article, place) => (
          <li key={place}>
            <span {...inLanguage(language)}>{article.heading}</span>
            <LineButton line={article.line} onLine={onLine} />
          </li>
        ))}
      </Many>
      <Many title={words.attentionClauses} count={attentionClauses.length}>
        {attentionClauses.slice(0, MOST_SHOWN).map(({ article, beginning, line }, place) => (
          <li key={place}>
            <span {...inLanguage(language)}>
              {article && <strong>{article} </strong>}
              {beginning}
            </span>
            <LineButton line={line} onLine={onLine} />
          </li>
        ))}
      </Many>
    </section>
  );
}

function Summary({ outline: { title, articles, attentionClauses }, language }: { outline: Outline; language: string }) {
  const words = useMessages(agreementWords);
  const range = rangeOf(articles);
  return (
    <Text>
      {words.recognisedArticles(articles.length)}
      {range && (
        <>
          {" ("}
          <span {...inLanguage(language)}>{range}</span>)
        </>
      )}
      {words.separator}
      {title === undefined ? (
        words.recognisedNoTitle
      ) : (
        <>
          {words.recognisedTitle} <span {...inLanguage(language)}>{title}</span>
        </>
      )}
      {words.separator}
      {words.recognisedClauses(attentionClauses.length)}
    </Text>
  );
}

function Remarks({ remarks, onLine }: { remarks: Remark[]; onLine: (line: number) => void }) {
  const words = useMessages(agreementWords);
  const refused = remarks.filter((remark) => remark.refused).length;
  return (
    <>
      <Text aria-live="polite">
        {refused > 0 && words.recognisedRefused(refused)}
        {refused > 0 && remarks.length > refused && " "}
        {remarks.length > refused && words.recognisedTold(remarks.length - refused)}
      </Text>
      {remarks.length > 0 && (
        <ul className="agreements-remarks" aria-label={words.remarks}>
          {remarks.slice(0, MOST_SHOWN).map((remark, place) => (
            <li key={place}>
              <Label isCompact color={remark.refused ? "red" : "gold"}>
                {remark.refused ? words.remarkRefused : words.remarkTold}
              </Label>
              <LineButton line={remark.line} onLine={onLine} />
              <Told remark={remark} />
            </li>
          ))}
          <More count={remarks.length} />
        </ul>
      )}
    </>
  );
}

function Told({ remark: { finding, detail = "" } }: { remark: Remark }) {
  const words = useMessages(findingWords);
  return <span>{words[`finding${finding}`](isolated(detail))}</span>;
}

/** A list that is opened by whoever wants to see it. */
function Many({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return count === 0 ? null : (
    <ExpandableSection toggleText={title}>
      <ul className="agreements-recognised-list">
        {children}
        <More count={count} />
      </ul>
    </ExpandableSection>
  );
}

function More({ count }: { count: number }) {
  const words = useMessages(agreementWords);
  return count > MOST_SHOWN ? <li className="agreements-hint">{words.andMore(count - MOST_SHOWN)}</li> : null;
}

function LineButton({ line, onLine }: { line: number; onLine: (line: number) => void }) {
  const words = useMessages(agreementWords);
  return (
    <Button variant="link" isInline className="agreements-line" onClick={() => onLine(line)}>
      {words.line(line)}
    </Button>
  );
}
