import { words, type WordsOf } from "../../common/language/messages";

/** Words of the page on which users see and change what they decided. */
export const agreementWords = words("account.agreements", {
  decided: (decision: "ACCEPTED" | "ACKNOWLEDGED" | "DECLINED" | "WITHDRAWN", version: string, when: string) => ({
    context: decision,
    version,
    when,
  }),
  notAgreedOn: (version: string, when: string) => ({ version, when }),
  inLanguage: (language: string) => ({ language }),
  readOpen: (version: string) => ({ version }),
  newer: (version: string) => ({ version }),
  ofAgreement: (action: string, title: string) => ({ action, title }),
  giveHint: (version: string) => ({ version }),
  withdrawHint: (title: string) => ({ title }),
  binding: (language: string) => ({ language }),
  gave: (title: string) => ({ title }),
  refused: (title: string) => ({ title }),
  withdrew: (title: string) => ({ title }),
  receiptOf: (what: string, when: string) => ({ what, when }),
  recordACCEPTED: (title: string, version: string) => ({ title, version }),
  recordACKNOWLEDGED: (title: string, version: string) => ({ title, version }),
  recordDECLINED: (title: string, version: string) => ({ title, version }),
  recordWITHDRAWN: (title: string, version: string) => ({ title, version }),
  recordGrantGiven: (client: string) => ({ client }),
  recordGrantRevoked: (client: string) => ({ client }),
  recordAskedAgain: (title: string) => ({ title }),
  recordNotAskedAgain: (title: string) => ({ title }),
  pointedOut: (clauses: string) => ({ clauses }),
  pointedOutAndSeen: (clauses: string, seen: string) => ({ clauses, seen }),
  attentionArticle: (name: string) => ({ name }),
  attentionFurther: (name: string, place: string) => ({ name, place }),
});

export type AgreementWords = WordsOf<typeof agreementWords>;
