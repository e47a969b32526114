import type { Coverage, CoverageHistory, Decision, UserStatus } from "../api";

type DayCount = CoverageHistory["days"][number];

const ON_CONSENT: readonly Decision[] = ["ACCEPTED", "DECLINED", "WITHDRAWN"];
const ON_ACKNOWLEDGEMENT: readonly Decision[] = ["ACKNOWLEDGED"];

/** Those that users can make on the agreement, in the order in which they are shown. */
export function decisionsOn({ requirement }: Pick<Coverage, "requirement">): readonly Decision[] {
  return requirement === "ACKNOWLEDGEMENT" ? ON_ACKNOWLEDGEMENT : ON_CONSENT;
}

/** How many users have done what the agreement asks for. */
export function done({ requirement, accepted, acknowledged }: Coverage): number {
  return requirement === "ACKNOWLEDGEMENT" ? acknowledged : accepted;
}

/** All that users can stand at with the agreement, in the order in which it is shown. */
export const statusesOn = (coverage: Pick<Coverage, "requirement">): readonly UserStatus[] => [
  ...decisionsOn(coverage),
  "PENDING",
];

/** How many users have a status. */
export function usersWith(
  status: UserStatus,
  { accepted, acknowledged, declined, withdrawn, pending }: Coverage,
): number {
  return { ACCEPTED: accepted, ACKNOWLEDGED: acknowledged, DECLINED: declined, WITHDRAWN: withdrawn, PENDING: pending }[
    status
  ];
}

/** How many users in a hundred have a status; of all of them together 100. */
export function shareOf(status: UserStatus, coverage: Coverage): number {
  const statuses = statusesOn(coverage);
  return percentages(statuses.map((each) => usersWith(each, coverage)))[statuses.indexOf(status)] ?? 0;
}

/** How many users in a hundred have done what the agreement asks for. */
export function shareDone(coverage: Coverage): number {
  return shareOf(coverage.requirement === "ACKNOWLEDGEMENT" ? "ACKNOWLEDGED" : "ACCEPTED", coverage);
}

/**
 * Whole percentages that sum to 100: all are rounded down, and what is left goes to the largest remainders. A part that is
 * there has 1 at least, so that none but the whole reads 100 %. All 0 if there are no parts.
 */
export function percentages(parts: readonly number[]): number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  if (whole === 0) {
    return parts.map(() => 0);
  }
  const exact = parts.map((part) => (100 * part) / whole);
  const shares = exact.map((share) => (share > 0 ? Math.max(1, Math.floor(share)) : 0));
  const remainder = (index: number) => (exact[index] ?? 0) - (shares[index] ?? 0);
  for (;;) {
    const left = 100 - shares.reduce((sum, share) => sum + share, 0);
    if (left === 0) {
      return shares;
    }
    const step = Math.sign(left);
    const [next = 0] = shares
      .map((_, index) => index)
      .filter((index) => step > 0 || (shares[index] ?? 0) > 1)
      .sort((a, b) => step * (remainder(b) - remainder(a)));
    shares[next] = (shares[next] ?? 0) + step;
  }
}

export type Counts = Record<Decision, number>;

/** How many users decided what on one version. */
export interface VersionCounts {
  version: number;
  counts: Counts;
}

const nothing = (): Counts => ({ ACCEPTED: 0, ACKNOWLEDGED: 0, DECLINED: 0, WITHDRAWN: 0 });

/** The counts of each version together, the newest version first. */
export function byVersion(counts: Coverage["counts"]): VersionCounts[] {
  const versions = new Map<number, Counts>();
  for (const { version, decision, users } of counts) {
    const before = versions.get(version) ?? nothing();
    versions.set(version, { ...before, [decision]: before[decision] + users });
  }
  return [...versions]
    .map(([version, together]) => ({ version, counts: together }))
    .sort((a, b) => b.version - a.version);
}

/** What was decided on one day, and what had come together by its end. */
export interface Day {
  /** Such as 2026-11-22. */
  day: string;
  /** Days since 1970. */
  number: number;
  onDay: Counts;
  byDay: Counts;
}

/** The days in their order, added up. */
export function addUp(days: readonly DayCount[]): Day[] {
  let byDay = nothing();
  return [...days]
    .sort((a, b) => a.day.localeCompare(b.day))
    .map(({ day, accepted, acknowledged, declined, withdrawn }) => {
      const onDay = { ACCEPTED: accepted, ACKNOWLEDGED: acknowledged, DECLINED: declined, WITHDRAWN: withdrawn };
      byDay = sum(byDay, onDay);
      return { day, number: dayNumber(day), onDay, byDay };
    });
}

function sum(a: Counts, b: Counts): Counts {
  return {
    ACCEPTED: a.ACCEPTED + b.ACCEPTED,
    ACKNOWLEDGED: a.ACKNOWLEDGED + b.ACKNOWLEDGED,
    DECLINED: a.DECLINED + b.DECLINED,
    WITHDRAWN: a.WITHDRAWN + b.WITHDRAWN,
  };
}

export function total(counts: Counts): number {
  return counts.ACCEPTED + counts.ACKNOWLEDGED + counts.DECLINED + counts.WITHDRAWN;
}

const MILLIS_OF_DAY = 24 * 60 * 60 * 1000;

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLIS_OF_DAY;
}

/** A day such as 2026-11-22, from days since 1970. */
export function dayOf(number: number): string {
  return new Date(number * MILLIS_OF_DAY).toISOString().slice(0, 10);
}

/** Up to six whole, round numbers in equal steps, from 0 to the first that is not below the highest value. */
export function ticks(highest: number): number[] {
  const rough = Math.max(highest, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough) ?? 10;
  const step = Math.max(1, Math.round(factor * power));
  const steps = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}
