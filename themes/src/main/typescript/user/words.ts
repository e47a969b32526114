import { words } from "../common";

/** Words of the page that shows one user's agreements. */
export const userWords = words("user", {
  onVersion: (version: string) => ({ version }),
  owed: (version: string) => ({ version }),
  owedToNote: (version: string) => ({ version }),
  offered: (version: string) => ({ version }),
  offeredToNote: (version: string) => ({ version }),
  renewal: (reason: string) => ({ reason }),
});
