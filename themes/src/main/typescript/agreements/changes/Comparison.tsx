import { Label, Text, TextContent, Title } from "@patternfly/react-core";
import type { ChangedArticle, Changes, Paragraph, Passage, TextDifference } from "../../api";
import { Fragment } from "react";
import { inLanguage, isolated, Nothing, useMessages } from "../../common";
import { agreementWords } from "../words";

type Side = "older" | "newer";

/** Two versions side by side. What went and what came is marked by strokes and in words, not by color alone. */
export function Comparison({ changes, showsUnchanged }: { changes: Changes; showsUnchanged: boolean }) {
  const words = useMessages(agreementWords);
  const { preamble, articles, differences = [], moreDifferences = 0, from, to, locale } = changes;
  if (!articles) {
    return <Nothing title={words.changesNoLanguage}>{words.changesNoLanguageHint}</Nothing>;
  }
  const all = preamble ? [preamble, ...articles] : articles;
  const isDifferent = all.some(({ kind }) => kind !== "UNTOUCHED");
  const shown = showsUnchanged ? all : all.filter(({ kind }) => kind !== "UNTOUCHED");
  return (
    <div className="agreements-comparison">
      <Summaries changes={changes} />
      {!isDifferent && differences.length === 0 && <Text>{words.nothingChanged}</Text>}
      {differences.length > 0 && (
        <Differences differences={differences} more={moreDifferences} besideWords={isDifferent} language={locale} />
      )}
      <div className="agreements-sides" aria-hidden="true">
        <strong>{words.older(from)}</strong>
        <strong>{words.older(to)}</strong>
      </div>
      {shown.map((article, index) => (
        <Article key={index} article={article} isAll={articles.length === 0} from={from} to={to} language={locale} />
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

/** What is different although the words are the same. */
function Differences({
  differences,
  more,
  besideWords,
  language,
}: {
  differences: TextDifference[];
  /** How many are not listed. */
  more: number;
  besideWords: boolean;
  language: string;
}) {
  const words = useMessages(agreementWords);
  return (
    <section className="agreements-traits" aria-label={words.traits}>
      <Text>
        {besideWords ? words.traits : differences.some(isOfAttention) ? words.traitsOfWeight : words.traitsOnly}
      </Text>
      <ul>
        {differences.map(({ trait, article, before, after }, index) => (
          <li key={index}>
            {words[`trait${trait}`]}
            {article && (
              <>
                {" – "}
                <span {...inLanguage(language)}>{article}</span>
              </>
            )}
            {before && (
              <Text {...inLanguage(language)}>
                <Marked passage={{ kind: "REMOVED", words: before }} />
              </Text>
            )}
            {after && (
              <Text {...inLanguage(language)}>
                {before ? <Marked passage={{ kind: "ADDED", words: after }} /> : after}
              </Text>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <Text className="agreements-hint">{words.traitsMore(more)}</Text>}
    </section>
  );
}

function isOfAttention({ trait }: TextDifference) {
  return trait === "ATTENTION_ADDED" || trait === "ATTENTION_REMOVED";
}

const KIND_COLORS = { UNTOUCHED: "grey", CHANGED: "blue", ADDED: "green", REMOVED: "orange" } as const;

function Article({
  article: { heading, formerHeading, kind, aspects, paragraphs },
  isAll,
  from,
  to,
  language,
}: {
  article: ChangedArticle;
  /** Whether the text has no articles. */
  isAll: boolean;
  from: number;
  to: number;
  language: string;
}) {
  const words = useMessages(agreementWords);
  const name = heading ?? formerHeading;
  const isRenamed = aspects.includes("HEADING") || aspects.includes("NUMBER");
  return (
    <article className="agreements-article">
      <header>
        <Title headingLevel="h3" size="md">
          {name === undefined ? (
            isAll ? (
              words.wholeText
            ) : (
              words.preamble
            )
          ) : (
            <span {...inLanguage(language)}>{name}</span>
          )}
        </Title>
        {aspects.length === 0 ? (
          <Label isCompact color={KIND_COLORS[kind]}>
            {words[`kind${kind}`]}
          </Label>
        ) : (
          aspects.map((aspect) => (
            <Label key={aspect} isCompact color={KIND_COLORS[kind]}>
              {words[`aspect${aspect}`]}
            </Label>
          ))
        )}
        {isRenamed && formerHeading && (
          <span className="agreements-hint">{words.formerly(isolated(formerHeading, language))}</span>
        )}
      </header>
      {paragraphs.map((paragraph, index) => (
        <div key={index} className={paragraph.attention ? "agreements-sides agreements-attention" : "agreements-sides"}>
          {paragraph.attention && !paragraphs[index - 1]?.attention && (
            <strong className="agreements-attention-title">{words.attention}</strong>
          )}
          <Words side="older" name={words.older(from)} paragraph={paragraph} language={language} />
          <Words side="newer" name={words.older(to)} paragraph={paragraph} language={language} />
        </div>
      ))}
    </article>
  );
}

/** A paragraph as it reads in one of the versions; nothing where it is not in it. */
function Words({
  side,
  name,
  paragraph: { marker, formerMarker, passages, cells },
  language,
}: {
  side: Side;
  name: string;
  paragraph: Paragraph;
  language: string;
}) {
  const other = side === "older" ? "ADDED" : "REMOVED";
  const ownMarker = side === "older" ? (formerMarker ?? marker) : marker;
  const ownOf = (all: Passage[]) => all.filter(({ kind }) => kind !== other);
  const own = ownOf(passages);
  const row = cells.map((cell) => ownOf(cell.passages)).filter((cell) => cell.length > 0);
  return (
    <TextContent dir={inLanguage(language).dir}>
      {row.length > 0 && (
        <>
          <span className="agreements-side-name">{name}</span>
          <Text {...inLanguage(language)}>
            {row.map((cell, place) => (
              <Fragment key={place}>
                {place > 0 && " | "}
                {cell.map((passage, index) => (
                  <Marked key={index} passage={passage} />
                ))}
              </Fragment>
            ))}
          </Text>
        </>
      )}
      {own.length > 0 && (
        <>
          <span className="agreements-side-name">{name}</span>
          <Text {...inLanguage(language)}>
            {ownMarker && `${ownMarker} `}
            {own.map((passage, index) => (
              <Marked key={index} passage={passage} />
            ))}
          </Text>
        </>
      )}
    </TextContent>
  );
}

function Marked({ passage: { kind, words: text, struck = false } }: { passage: Passage }) {
  const words = useMessages(agreementWords);
  const written = struck ? (
    <s>
      <span className="agreements-spoken">{words.struck}</span>
      {text}
      <span className="agreements-spoken">]</span>
    </s>
  ) : (
    text
  );
  switch (kind) {
    case "UNTOUCHED":
      return <>{written}</>;
    case "ADDED":
      return (
        <ins>
          <span className="agreements-spoken">{words.inserted}</span>
          {written}
          <span className="agreements-spoken">]</span>
        </ins>
      );
    case "REMOVED":
      return (
        <del>
          <span className="agreements-spoken">{words.deleted}</span>
          {written}
          <span className="agreements-spoken">]</span>
        </del>
      );
  }
}
