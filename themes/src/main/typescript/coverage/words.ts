import { words } from "../common";

/** Words of the page that shows how far users have come with an agreement. */
export const coverageWords = words("coverage", {
  ofUsers: (users: string) => ({ users }),
  ofAtMost: (users: string) => ({ users }),
  atMost: (users: string) => ({ users }),
  atLeast: (percent: string) => ({ percent }),
  counted: (moment: string) => ({ moment }),
  barREQUIRED: (percent: string, users: string) => ({ percent, users }),
  barOPTIONAL: (percent: string, users: string) => ({ percent, users }),
  barACKNOWLEDGEMENT: (percent: string, users: string) => ({ percent, users }),
  chartLabel: (from: string, to: string) => ({ from, to }),
  chartSummary: (accepted: string, declined: string, withdrawn: string) => ({ accepted, declined, withdrawn }),
  chartSummaryAcknowledged: (acknowledged: string) => ({ acknowledged }),
  versionNumber: (number: string) => ({ number }),
});
