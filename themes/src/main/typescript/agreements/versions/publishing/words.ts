import type { Requirement } from "../../../api";
import { words } from "../../../common/language/messages";

/** Words for what somebody who publishes a version has in mind, and what comes of it. */
export const publishingWords = words("agreements.versions.publishing", {
  intentionnow: (_of: Requirement) => ({}),
  intentionannounce: (of: Requirement) => ({ context: of }),
  intentioncorrection: (_of: Requirement) => ({}),
  intentiontimes: (_of: Requirement) => ({}),
  noticeHint: (zone: string) => ({ zone }),
  noticeDays: (days: number, when: string) => ({ days, when }),
  stepenforcedAt: (of: Requirement) => ({ context: of }),
  step: (when: string, what: string) => ({ when, what }),
  noTimeTitle: (when: string | undefined) => (when === undefined ? { context: "now" } : { when }),
  noTimeText: (users: string | undefined, n: number) =>
    users === undefined ? { context: "unknown" } : { users, count: n },
});
