import { Label, Text } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { Fragment } from "react";
import type { Article, Outline, OutlineDifference, Outlines } from "../../api";
import { inLanguage, isolated, languageName, useMessages, useView } from "../../common";
import { rangeOf } from "./outline";
import { agreementWords } from "../words";
import { findingWords } from "./words";

/** Which articles each language has, side by side; nothing where there is one language only. */
export function Languages({
  language,
  outline,
  others,
}: {
  /** Of the text that is written, whose outline it is; the others are as they were saved. */
  language?: string;
  outline?: Outline;
  others: Outlines | undefined;
}) {
  const { locale } = useView();
  const words = useMessages(agreementWords);
  const articles = new Map<string, Article[]>(
    Object.entries(others?.texts ?? {}).map(([tag, other]) => [tag, other.articles]),
  );
  if (language !== undefined && outline) {
    articles.set(language, outline.articles);
  }
  if (articles.size < 2) {
    return null;
  }
  const countsAgree = new Set([...articles.values()].map(({ length }) => length)).size === 1;
  const otherNumber = others?.difference?.kind === "NUMBER" ? others.difference : undefined;
  const agree = countsAgree && !otherNumber;
  return (
    <div>
      <Text>
        <Label isCompact color={agree ? "green" : "orange"}>
          {agree ? words.languagesAgree : words.languagesDiffer}
        </Label>{" "}
        {countsAgree && otherNumber ? (
          <OtherNumber difference={otherNumber} />
        ) : countsAgree ? (
          words.languagesAgreeText
        ) : (
          words.languagesDifferText
        )}
      </Text>
      <Table aria-label={words.articlesByLanguage} variant="compact" borders={false}>
        <Thead>
          <Tr>
            <Th>{words.language}</Th>
            <Th>{words.articles}</Th>
            <Th>{words.articlesFromTo}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {[...articles].sort().map(([tag, found]) => (
            <Tr key={tag}>
              <Td dataLabel={words.language}>{languageName(tag, locale)}</Td>
              <Td dataLabel={words.articles}>{found.length}</Td>
              <Td dataLabel={words.articlesFromTo}>
                <span {...inLanguage(tag)}>{rangeOf(found) ?? "–"}</span>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}

/** Which article each language has where another number stands. */
function OtherNumber({ difference: { place = 0, articles } }: { difference: OutlineDifference }) {
  const { locale } = useView();
  const words = useMessages(findingWords);
  return (
    <>
      {words.otherNumber(place)}{" "}
      {Object.entries(articles).map(([tag, article], index) => (
        <Fragment key={tag}>
          {index > 0 && words.listed}
          {words.otherNumberIn(isolated(article, tag), languageName(tag, locale))}
        </Fragment>
      ))}
    </>
  );
}
