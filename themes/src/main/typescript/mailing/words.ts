import { words } from "../common";

/** Words of the dialog that sends mail about a version. */
export const mailingWords = words("mailing", {
  tellUsersOn: (version: number) => ({ version }),
  title: (version: number) => ({ version }),
  users: (users: string, n: number) => ({ users, count: n }),
  duration: (duration: string) => ({ duration }),
  sentOf: (sent: string, users: string) => ({ sent, users }),
  sentInAll: (sent: string) => ({ sent }),
  failed: (failed: string, n: number) => ({ failed, count: n }),
  begun: (when: string, perMinute: string) => ({ when, perMinute }),
  finished: (from: string, to: string) => ({ from, to }),
});
