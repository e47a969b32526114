import { words } from "../common";

/** Words of the ledger and of its records. */
export const ledgerWords = words("ledger", {
  open: (what: string, time: string) => ({ what, time }),
  typeUnreadable: (stored: string) => ({ stored }),
  decidedACCEPTED: (version: string) => ({ version }),
  decidedACKNOWLEDGED: (version: string) => ({ version }),
  decidedDECLINED: (version: string) => ({ version }),
  decidedWITHDRAWN: (version: string) => ({ version }),
  versionPublished: (version: string) => ({ version }),
  versionRetracted: (version: string) => ({ version }),
  publicationCancelled: (version: string) => ({ version }),
  versionMailed: (version: string) => ({ version }),
  textDigestIn: (language: string) => ({ language }),
  articlesIn: (language: string) => ({ language }),
  diffFromVersion: (version: string) => ({ version }),
  copy: (what: string) => ({ what }),
});

/** What the details of records are called. */
export const detailNames = words("ledger.detail", {});

/** What their values mean: the name, and the value behind it. */
export const detailValues = words("ledger.value", {});
