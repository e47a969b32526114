import { words, type WordsOf } from "../../common/language/messages";

/** Words of the page on which users ask for the deletion of their account. */
export const deletionWords = words("account.deletion", {
  whenDays: (days: number) => ({ count: days }),
  pendingOn: (when: string) => ({ when }),
  due: (when: string) => ({ when }),
});

export type DeletionWords = WordsOf<typeof deletionWords>;
