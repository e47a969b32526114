import { words } from "../common";

/** Words about legal holds. */
export const holdWords = words("hold", {
  placeTitle: (subject: string) => ({ subject }),
  untilHint: (zone: string) => ({ zone }),
  placed: (subject: string) => ({ subject }),
  onUser: (user: string) => ({ user }),
  onAgreement: (agreement: string) => ({ agreement }),
  byWhen: (administrator: string, when: string) => ({ administrator, when }),
  liftOf: (subject: string) => ({ subject }),
});
