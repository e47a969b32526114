import { words } from "../common";

/** Words about what is imposed on users. */
export const restrictionWords = words("restriction", {
  endedLIFTED: (when: string) => ({ when }),
  endedCORRECTED: (when: string) => ({ when }),
  endedBY_DATE: (when: string) => ({ when }),
  byWhen: (administrator: string, when: string) => ({ administrator, when }),
  untilHintNOTICE: (zone: string) => ({ zone }),
  untilHintSUSPENSION: (zone: string) => ({ zone }),
  untilHintTERMINATION: (zone: string) => ({ zone }),
  barredUntilHint: (zone: string) => ({ zone }),
  barredUntilWhen: (what: string, when: string) => ({ what, when }),
  answeredAt: (when: string) => ({ when }),
  actionOn: (action: string, kind: string, name: string) => ({ action, kind, name }),
  imposeTitle: (name: string) => ({ name }),
  imposedNOTICE: (name: string) => ({ name }),
  imposedSUSPENSION: (name: string) => ({ name }),
  imposedTERMINATION: (name: string) => ({ name }),
  changeTitle: (kind: string, name: string) => ({ kind, name }),
  changed: (name: string) => ({ name }),
  liftTitle: (kind: string, name: string) => ({ kind, name }),
  lifted: (name: string) => ({ name }),
  answerTitle: (name: string) => ({ name }),
  answered: (name: string) => ({ name }),
});
