import type { Publication } from "../../api";
import { fromLocalInput } from "../../common";

export type Moment = "publishedAt" | "effectiveAt" | "enforcedAt";

export const MOMENTS: readonly Moment[] = ["publishedAt", "effectiveAt", "enforcedAt"];

/** When something is to happen: with what comes before it, or at a time as it was typed. */
export interface Choice {
  isTimed: boolean;
  /** Value of a datetime-local input. */
  time: string;
}

/** A publication while it is chosen. */
export type Timeline = Record<Moment, Choice>;

/** All at once, and that is now. */
export function now(at: string): Timeline {
  const choice = { isTimed: false, time: at };
  return { publishedAt: choice, effectiveAt: choice, enforcedAt: choice };
}

/** Whether every time that was asked for is one. */
export function isComplete(timeline: Timeline): boolean {
  return MOMENTS.every((moment) => !timeline[moment].isTimed || fromLocalInput(timeline[moment].time) !== undefined);
}

/** What is sent: only the times that were chosen, the server fills in the others. */
export function publicationOf(
  timeline: Timeline,
  { edits, material, articlesDiffer }: Pick<Publication, "edits" | "material" | "articlesDiffer">,
): Publication {
  const publication: Publication = {
    edits,
    ...(material !== undefined && { material }),
    ...(articlesDiffer && { articlesDiffer }),
  };
  for (const moment of MOMENTS.filter((each) => timeline[each].isTimed)) {
    const time = fromLocalInput(timeline[moment].time);
    if (time !== undefined) {
      publication[moment] = time;
    }
  }
  return publication;
}

/** When something will happen, as far as that is chosen; undefined for at once. */
export function momentOf(timeline: Timeline, moment: Moment): number | undefined {
  const chosen = MOMENTS.slice(0, MOMENTS.indexOf(moment) + 1).filter((each) => timeline[each].isTimed);
  const last = chosen.at(-1);
  return last === undefined ? undefined : fromLocalInput(timeline[last].time);
}
