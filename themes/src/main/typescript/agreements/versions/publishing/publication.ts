import type { Agreement, Publication, Version } from "../../../api";
import { dayAt, fromLocalInput, startOfDay, toLocalInput } from "../../../common";
import { isPublished } from "../versions";

export type Moment = "publishedAt" | "effectiveAt" | "enforcedAt";

export const MOMENTS: readonly Moment[] = ["publishedAt", "effectiveAt", "enforcedAt"];

/** What somebody who publishes a version has in mind. */
export const INTENTIONS = ["now", "announce", "correction", "times"] as const;
export type Intention = (typeof INTENTIONS)[number];

/** How many full days users have at least, between the announcement and the day on which it counts. */
export const NOTICES = [7, 14, 30] as const;
export type Notice = (typeof NOTICES)[number] | "day";

/** When something is to happen: with what comes before it, or at a time as it was typed. */
export interface Choice {
  isTimed: boolean;
  /** Value of a datetime-local input. */
  time: string;
}

/** Three moments while they are chosen. */
export type Timeline = Record<Moment, Choice>;

/** A publication while it is chosen. */
export interface Plan {
  intention: Intention;
  notice: Notice;
  /** Value of a date input, where a day is chosen. */
  day: string;
  timeline: Timeline;
  /** Where the times are chosen, whether users are asked again. */
  material: boolean;
}

/** The moments that were chosen; what is left out happens together with what comes before it, and that is now. */
export type Moments = Partial<Record<Moment, number>>;

/** Where and when a plan is made. */
export interface Surroundings {
  now: number;
  zone: string;
}

/** Nobody can be spared who has answered nothing yet: a correction is of a version that users know. */
export function intentionsFor({ versions }: Agreement, { number }: Version): readonly Intention[] {
  const isKnown = versions.some((other) => other.number < number && isPublished(other));
  return INTENTIONS.filter((intention) => intention !== "correction" || isKnown);
}

/** What a dialog begins with: at once, as the draft says. */
export function firstPlan(agreement: Agreement, version: Version, { now, zone }: Surroundings): Plan {
  const choice = { isTimed: false, time: toLocalInput(now, zone) };
  const isCorrection = !version.material && intentionsFor(agreement, version).includes("correction");
  return {
    intention: isCorrection ? "correction" : "now",
    notice: 30,
    day: "",
    timeline: { publishedAt: choice, effectiveAt: choice, enforcedAt: choice },
    material: version.material,
  };
}

/** Whether users are asked who have answered an earlier version. */
export function isMaterial({ intention, material }: Plan): boolean {
  return intention === "times" ? material : intention !== "correction";
}

/** When the notice is over: a day begins then. */
export function endOf(notice: Notice, day: string, { now, zone }: Surroundings): number | undefined {
  return notice === "day" ? startOfDay(day, zone) : startOfDay(dayAt(now, zone), zone, notice + 1);
}

/** What was chosen; undefined while something is missing or cannot be. */
export function momentsOf(plan: Plan, { now, zone }: Surroundings): Moments | undefined {
  switch (plan.intention) {
    case "now":
    case "correction":
      return {};
    case "announce": {
      const end = endOf(plan.notice, plan.day, { now, zone });
      return end === undefined || end <= now ? undefined : { effectiveAt: end, enforcedAt: end };
    }
    case "times":
      return timesOf(plan.timeline, zone);
  }
}

function timesOf(timeline: Timeline, zone: string): Moments | undefined {
  const moments: Moments = {};
  for (const moment of MOMENTS.filter((each) => timeline[each].isTimed)) {
    const time = fromLocalInput(timeline[moment].time, zone);
    if (time === undefined) {
      return undefined;
    }
    moments[moment] = time;
  }
  return moments;
}

/** What is sent: only the times that were chosen, the server fills in the others. */
export function publicationOf(
  moments: Moments,
  { articlesDiffer, ...said }: Pick<Publication, "edits" | "material" | "articlesDiffer">,
): Publication {
  return { ...said, ...(articlesDiffer && { articlesDiffer }), ...moments };
}

/** When something will happen; undefined for at once. */
export function momentOf(moments: Moments, moment: Moment): number | undefined {
  const chosen = MOMENTS.slice(0, MOMENTS.indexOf(moment) + 1).filter((each) => moments[each] !== undefined);
  const last = chosen.at(-1);
  return last === undefined ? undefined : moments[last];
}

/** What happens at one moment. */
export interface Step {
  /** Undefined for at once. */
  at: number | undefined;
  moments: readonly Moment[];
}

/** The three moments in their order, those that fall together as one. */
export function stepsOf(moments: Moments): readonly Step[] {
  const steps: Step[] = [];
  for (const moment of MOMENTS) {
    const at = momentOf(moments, moment);
    const last = steps.at(-1);
    if (last && last.at === at) {
      steps[steps.length - 1] = { at, moments: [...last.moments, moment] };
    } else {
      steps.push({ at, moments: [moment] });
    }
  }
  return steps;
}

/** Whether users get no time between learning of it and being held up by it. */
export function leavesNoTime(moments: Moments, now: number): boolean {
  const published = momentOf(moments, "publishedAt") ?? now;
  const enforced = momentOf(moments, "enforcedAt") ?? now;
  return enforced <= Math.max(published, now);
}
