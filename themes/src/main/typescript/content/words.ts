import { words } from "../common";

/** Words about content that users may not use of themselves. */
export const contentWords = words("content", {
  count: (words: string, n: number) => ({ words, count: n }),
  countOfServer: (words: string, n: number) => ({ words, count: n }),
  changed: (when: string) => ({ when }),
  because: (word: string) => ({ word }),
});
