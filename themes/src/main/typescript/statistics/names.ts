import type { StatisticsCell, StatisticsDimension, StatisticsPeriod } from "../api";
import { dayInWords, languageName, useMessages, useView } from "../common";
import { statisticsWords } from "./words";

/** What the users of a cell have in common, in words. */
export function useCellName(dimension: StatisticsDimension): (cell: Pick<StatisticsCell, "value" | "other">) => string {
  const words = useMessages(statisticsWords);
  const { locale } = useView();
  return ({ value, other }) => {
    if (dimension === "TOTAL") {
      return words.dimensionTOTAL;
    }
    if (other) {
      return words.others;
    }
    if (value === undefined) {
      return words.unknown;
    }
    switch (dimension) {
      case "LOCALE":
        return languageName(value, locale);
      case "VERSION":
        return words.version(value);
      case "AGE_BAND":
        return isBand(value) ? words[`age${value}`] : value;
      default:
        return value;
    }
  };
}

/** The days of a period, in words. */
export function usePeriodName(): (period: Pick<StatisticsPeriod, "first" | "last">) => string {
  const words = useMessages(statisticsWords);
  const { locale } = useView();
  return ({ first, last }) =>
    first === last ? dayInWords(first, locale) : words.days(dayInWords(first, locale), dayInWords(last, locale));
}

const BANDS = [
  "UNDER_14",
  "FROM_14_TO_17",
  "FROM_18_TO_24",
  "FROM_25_TO_34",
  "FROM_35_TO_44",
  "FROM_45_TO_54",
  "FROM_55_TO_64",
  "FROM_65",
] as const;

const isBand = (value: string): value is (typeof BANDS)[number] => BANDS.some((band) => band === value);
