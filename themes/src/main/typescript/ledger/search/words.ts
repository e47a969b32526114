import { words } from "../../common";

/** Words of the search in the ledger, and of what is done with what it finds. */
export const searchWords = words("ledger.search", {
  readText: (version: string) => ({ version }),
});
