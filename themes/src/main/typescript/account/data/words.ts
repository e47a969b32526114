import { words } from "../../common/language/messages";

/** Words of the page about the user's data. */
export const dataWords = words("account.data", {
  allowedOn: (when: string) => ({ when }),
  changedOn: (when: string) => ({ when }),
  revokeFrom: (name: string) => ({ name }),
  revokeQuestion: (name: string) => ({ name }),
  revoked: (name: string) => ({ name }),
  disclosedTo: (recipient: string) => ({ recipient }),
  waitSeconds: (seconds: number) => ({ count: seconds }),
  sessionsEnded: (count: number) => ({ count }),
});
