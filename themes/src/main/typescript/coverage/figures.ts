import type { Coverage, CoverageHistory, Decision } from "../api";

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
