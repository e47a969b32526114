import { words } from "./messages";

/** Words that more than one area uses. */
export const commonWords = words("common", {
  tooSoonSeconds: (time: string) => ({ time }),
  timesIn: (zone: string) => ({ zone }),
  version: (number: number) => ({ number }),
  dismiss: (title: string) => ({ title }),
  fromTo: (from: number, to: number) => ({ from, to }),
});
