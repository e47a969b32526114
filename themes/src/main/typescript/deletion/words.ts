import { words } from "../common";

/** Words of the page of those who want their accounts deleted. */
export const deletionWords = words("deletion", {
  actionOn: (action: string, username: string) => ({ action, username }),
  heldBy: (administrator: string, when: string) => ({ administrator, when }),
  holdTitle: (username: string) => ({ username }),
  held: (username: string) => ({ username }),
  releaseTitle: (username: string) => ({ username }),
  releaseText: (when: string) => ({ when }),
  released: (username: string) => ({ username }),
  carryOutTitle: (username: string) => ({ username }),
  carryOutForGood: (username: string) => ({ username }),
  carriedOut: (username: string) => ({ username }),
  refusedChanged: (message: string) => ({ message }),
});
