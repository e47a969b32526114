import type { StatisticsCell, StatisticsDimension, StatisticsFilter, StatisticsMeasure } from "../api";

export const MEASURES: readonly StatisticsMeasure[] = [
  "REGISTRATIONS",
  "ACCEPTANCES",
  "ACKNOWLEDGEMENTS",
  "DECLINES",
  "WITHDRAWALS",
  "DELETIONS",
];

const OF_DECISIONS: readonly StatisticsDimension[] = ["TOTAL", "VERSION", "LOCALE", "CLIENT"];

/** Whether a measure is counted for each agreement. */
export const aboutAgreements = (measure: StatisticsMeasure) => measure !== "REGISTRATIONS" && measure !== "DELETIONS";

/** By what users of a measure can be told apart. */
export function dimensionsOf(measure: StatisticsMeasure): readonly StatisticsDimension[] {
  if (measure === "REGISTRATIONS") {
    return ["TOTAL", "LOCALE", "CLIENT", "CITY", "AGE_BAND"];
  }
  return aboutAgreements(measure) ? OF_DECISIONS : ["TOTAL"];
}

/** What is shown first: everything of a year. */
export const start: StatisticsFilter = { measure: "REGISTRATIONS", dimension: "TOTAL" };

/** Tells cells apart. */
export const keyOf = ({ value, other }: Pick<StatisticsCell, "value" | "other">) =>
  other ? "other" : `value ${value ?? ""}`;
