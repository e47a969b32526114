import { words } from "../../common";

/** Words about the verification of the ledger. */
export const verificationWords = words("ledger.verification", {
  wrong: (number: string, count: number) => ({ number, count }),
  progress: (done: string, all: string) => ({ done, all }),
  span: (from: string, to: string, begun: string) => ({ from, to, begun }),
  looked: (records: string, count: number) => ({ records, count }),
  signed: (size: string) => ({ size }),
  agrees: (size: string) => ({ size }),
  more: (number: string) => ({ number }),
  place: (index: string) => ({ index }),
  open: (id: string) => ({ id }),
  record: (id: string) => ({ id }),
});
