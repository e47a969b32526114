import type { StatisticsPeriod } from "../api";
import { tagOf } from "../common";

/** More periods than these are shown by month. */
const MOST_BARS = 40;

interface Stretch {
  /** A day such as 2026-11-22, or a month such as 2026-11. */
  key: string;
  users: number;
  /** Left out where it is a month. */
  period?: StatisticsPeriod;
}

/** The sums of each period, or of the months in which they begin where there are many. */
export function byTime(periods: readonly StatisticsPeriod[]): Stretch[] {
  const single = periods.map((period) => ({ key: period.first, users: usersOf(period), period }));
  if (single.length <= MOST_BARS) {
    return single;
  }
  const months = new Map<string, number>();
  for (const { key, users } of single) {
    const month = key.slice(0, "2026-11".length);
    months.set(month, (months.get(month) ?? 0) + users);
  }
  return [...months].map(([key, users]) => ({ key, users }));
}

/** A month such as 2026-11 in words. */
export function monthInWords(month: string, locale: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), { year: "numeric", month: "long", timeZone: "UTC" }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );
}

const usersOf = ({ cells }: StatisticsPeriod) => cells.reduce((sum, { users }) => sum + users, 0);
