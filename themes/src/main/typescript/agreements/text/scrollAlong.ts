import type { Article } from "../../api";
import { TEXT } from "../page/emptyPage";

/** Two places that belong together: in what is written, and in what is shown of it. */
interface Pair {
  from: number;
  to: number;
}

/** Has what is shown of a text follow what is written, article by article where both have the same ones. */
export function scrollAlong(field: HTMLTextAreaElement, page: HTMLElement, articles: readonly Article[]): void {
  const end = { from: field.scrollHeight - field.clientHeight, to: page.scrollHeight - page.clientHeight };
  page.scrollTop = across([{ from: 0, to: 0 }, ...articlePairs(field, page, articles), end], field.scrollTop);
}

/**
 * The place that belongs to another one, between the pairs that are known.
 *
 * @param pairs the first and the last are the ends; one that would lead backwards, or behind the end, is passed over
 */
export function across(pairs: readonly Pair[], from: number): number {
  const [first, ...others] = pairs;
  const end = others.at(-1);
  if (!first || !end || end.from <= first.from) {
    return first?.to ?? 0;
  }
  let before = first;
  for (const pair of others) {
    const isUsable =
      pair === end || (pair.from > before.from && pair.to >= before.to && pair.from < end.from && pair.to <= end.to);
    if (isUsable) {
      if (from <= pair.from) {
        return before.to + ((pair.to - before.to) * (from - before.from)) / (pair.from - before.from);
      }
      before = pair;
    }
  }
  return end.to;
}

/** Where each article begins; nothing where the page has other headings than the text has articles. */
function articlePairs(field: HTMLTextAreaElement, page: HTMLElement, articles: readonly Article[]): Pair[] {
  const text = page.querySelector(TEXT) ?? page;
  const headings = [...text.querySelectorAll<HTMLElement>("h1, h2, h3, h4, h5, h6")];
  if (headings.length !== articles.length || field.value.length === 0) {
    return [];
  }
  const lines = field.value.split("\n");
  // What scrolls may be a whole document, which moves by itself.
  const isDocument = page === page.ownerDocument.documentElement;
  const top = (isDocument ? 0 : page.getBoundingClientRect().top) - page.scrollTop;
  return headings.map((heading, index) => {
    const before = lines.slice(0, (articles[index]?.line ?? 1) - 1).join("\n").length;
    return {
      from: (before / field.value.length) * field.scrollHeight,
      to: heading.getBoundingClientRect().top - top,
    };
  });
}
