import type { Audit } from "../api";
import { dayAt } from "../common";

/** The year it is in a zone. */
export const thisYear = (timeZone: string) => Number(dayAt(Date.now(), timeZone).slice(0, "2026".length));

/** Those that can be chosen, the latest first: back to the first record, and at least to the year before. */
export function yearsOf(audit: Audit | undefined, chosen: number, timeZone: string): number[] {
  const latest = Math.max(thisYear(timeZone), chosen);
  const since = Number(audit?.ledgerSince?.slice(0, "2026".length) ?? latest);
  const first = Math.min(since, latest - 1, chosen);
  return Array.from({ length: latest - first + 1 }, (_, back) => latest - back);
}
