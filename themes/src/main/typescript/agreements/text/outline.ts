import type { Article } from "../../api";

const LONGEST_NAME = 30;

/** The number of an article, or else its heading. */
export const nameOf = ({ number, heading }: Article): string => number ?? shortened(heading);

/** Which articles there are, the first and the last in the place of many; undefined if there is none. */
export function rangeOf(articles: readonly Article[]): string | undefined {
  const first = articles[0];
  const last = articles.at(-1);
  if (!first || !last) {
    return undefined;
  }
  switch (articles.length) {
    case 1:
      return nameOf(first);
    case 2:
      return `${nameOf(first)}, ${nameOf(last)}`;
    default:
      return `${nameOf(first)} … ${nameOf(last)}`;
  }
}

function shortened(words: string): string {
  const characters = [...words];
  return characters.length <= LONGEST_NAME ? words : `${characters.slice(0, LONGEST_NAME).join("")}…`;
}
