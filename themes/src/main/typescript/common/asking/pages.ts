/** Where in a long list a page begins. The server goes on behind a row at the same cost however far on it is. */
export interface PageStart {
  /** Index of its first row. */
  first: number;
  /** What the server gave of the last row of each page before it. */
  before: readonly string[];
}

export const BEGINNING: PageStart = { first: 0, before: [] };

/** What to ask the server for: one row more than a page shows tells whether there is a next one. */
export const asked = ({ before }: PageStart, max: number): { after: string | undefined; max: number } => ({
  after: before.at(-1),
  max: max + 1,
});

/**
 * The page before or behind.
 *
 * @param first index of its first row
 * @param last what the server gave of the last row shown now
 */
export const turned = (from: PageStart, first: number, last: string | undefined): PageStart =>
  first > from.first && last !== undefined
    ? { first, before: [...from.before, last] }
    : { first, before: from.before.slice(0, -1) };
