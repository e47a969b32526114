import { sentences } from "../../common";

/** What is said of a finding, by its code; the names in braces are its parameters. What `problem` says comes behind. */
export const findingWords = sentences("ledger.verification.finding");
