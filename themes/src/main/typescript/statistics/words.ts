import { words } from "../common";

/** Words of the statistics. */
export const statisticsWords = words("statistics", {
  chart: (measure: string, dimension: string) => ({ measure, dimension }),
  days: (first: string, last: string) => ({ first, last }),
  version: (number: string) => ({ number }),
});
