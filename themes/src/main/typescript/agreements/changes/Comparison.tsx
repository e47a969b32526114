import { Label, Text, TextContent, Title } from "@patternfly/react-core";
import type { ChangedArticle, Changes, Passage } from "../../api";
import { inLanguage, isolated, Nothing, useMessages } from "../../common";
import { agreementWords } from "../words";

type Side = "older" | "newer";

/** Two versions side by side. What went and what came is marked by strokes and in words, not by color alone. */
export function Comparison({ changes, showsUnchanged }: { changes: Changes; showsUnchanged: boolean }) {
  const words = useMessages(agreementWords);
  const { preamble, articles, from, to, locale } = changes;
  if (!articles) {
    return <Nothing title={words.changesNoLanguage}>{words.changesNoLanguageHint}</Nothing>;
  }
  const all = preamble ? [preamble, ...articles] : articles;
  const isDifferent = all.some(({ kind }) => kind !== "UNTOUCHED");
  const shown = showsUnchanged ? all : all.filter(({ kind }) => kind !== "UNTOUCHED");
  return (
    <div className="agreements-comparison">
      <Summaries changes={changes} />
      {!isDifferent && <Text>{words.nothingChanged}</Text>}
      <div className="agreements-sides" aria-hidden="true">
        <strong>{words.older(from)}</strong>
        <strong>{words.older(to)}</strong>
      </div>
      {shown.map((article, index) => (
        <Article key={index} article={article} from={from} to={to} language={locale} />
      ))}
    </div>
  );
}

function Summaries({ changes: { summaries, locale } }: { changes: Changes }) {
  const words = useMessages(agreementWords);
  return (
    <section aria-label={words.summaries}>
      <Title headingLevel="h2" size="md">
        {words.summaries}
      </Title>
      <dl className="agreements-summaries">
        {summaries.map(({ version, summary }) => (
          <div key={version}>
            <dt>{words.older(version)}</dt>
            {summary ? (
              <dd {...inLanguage(locale)}>{summary}</dd>
            ) : (
              <dd className="agreements-hint">{words.noSummary}</dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}

const KIND_COLORS = { UNTOUCHED: "grey", CHANGED: "blue", ADDED: "green", REMOVED: "orange" } as const;

function Article({
  article: { heading, formerHeading, kind, paragraphs },
  from,
  to,
  language,
}: {
  article: ChangedArticle;
  from: number;
  to: number;
  language: string;
}) {
  const words = useMessages(agreementWords);
  return (
    <article className="agreements-article">
      <header>
        <Title headingLevel="h3" size="md">
          {heading === undefined ? words.preamble : <span {...inLanguage(language)}>{heading}</span>}
        </Title>
        <Label isCompact color={KIND_COLORS[kind]}>
          {words[`kind${kind}`]}
        </Label>
        {formerHeading && <span className="agreements-hint">{words.formerly(isolated(formerHeading, language))}</span>}
      </header>
      {paragraphs.map(({ passages }, index) => (
        <div key={index} className="agreements-sides">
          <Words side="older" name={words.older(from)} passages={passages} language={language} />
          <Words side="newer" name={words.older(to)} passages={passages} language={language} />
        </div>
      ))}
    </article>
  );
}

/** A paragraph as it reads in one of the versions; nothing where it is not in it. */
function Words({
  side,
  name,
  passages,
  language,
}: {
  side: Side;
  name: string;
  passages: Passage[];
  language: string;
}) {
  const other = side === "older" ? "ADDED" : "REMOVED";
  const own = passages.filter(({ kind }) => kind !== other);
  return (
    <TextContent>
      {own.length > 0 && (
        <>
          <span className="agreements-side-name">{name}</span>
          <Text {...inLanguage(language)}>
            {own.map((passage, index) => (
              <Marked key={index} passage={passage} />
            ))}
          </Text>
        </>
      )}
    </TextContent>
  );
}

function Marked({ passage: { kind, words: text } }: { passage: Passage }) {
  const words = useMessages(agreementWords);
  switch (kind) {
    case "UNTOUCHED":
      return <>{text}</>;
    case "ADDED":
      return (
        <ins>
          <span className="agreements-spoken">{words.inserted}</span>
          {text}
          <span className="agreements-spoken">]</span>
        </ins>
      );
    case "REMOVED":
      return (
        <del>
          <span className="agreements-spoken">{words.deleted}</span>
          {text}
          <span className="agreements-spoken">]</span>
        </del>
      );
  }
}
