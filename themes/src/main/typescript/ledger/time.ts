import { tagOf } from "../common";

/** A moment to the second in words, in the zone of the browser, which is named. */
export function momentWithZone(millis: number, locale: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: "medium", timeStyle: "long" }).format(millis);
}

/** When a day such as 2026-11-22 begins in the zone of the browser; undefined where there is no such day. */
export function startOfDay(day: string): number | undefined {
  return atMidnight(day, 0);
}

/** When the day after it begins. */
export function startOfNextDay(day: string): number | undefined {
  return atMidnight(day, 1);
}

function atMidnight(day: string, daysLater: number): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) {
    return undefined;
  }
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  return new Date(year, month - 1, date + daysLater).getTime();
}
