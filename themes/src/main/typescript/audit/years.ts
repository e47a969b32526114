import type { Audit } from "../api";

/** The year it is for whoever is looking. */
export const thisYear = () => new Date().getFullYear();

/** Those that can be chosen, the latest first: back to the first record, and at least to the year before. */
export function yearsOf(audit: Audit | undefined, chosen: number): number[] {
  const latest = Math.max(thisYear(), chosen);
  const since = Number(audit?.ledgerSince?.slice(0, "2026".length) ?? latest);
  const first = Math.min(since, latest - 1, chosen);
  return Array.from({ length: latest - first + 1 }, (_, back) => latest - back);
}
