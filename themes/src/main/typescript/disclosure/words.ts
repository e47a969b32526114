import { words } from "../common";

/** Words about data that was given to others. */
export const disclosureWords = words("disclosure", {
  unknownUsers: (names: string) => ({ names }),
  toldSoFar: (told: string, users: string) => ({ told, users }),
  toldFrom: (when: string, why: string) => ({ when, why }),
  disclosedAtHint: (zone: string) => ({ zone }),
  notBeforeHint: (zone: string) => ({ zone }),
  byWhen: (administrator: string, when: string) => ({ administrator, when }),
  correctWhich: (recipient: string) => ({ recipient }),
});
