import { ApiError } from "../api";
import { messageOf, type WordsOf } from "../common";
import type { deletionWords } from "./words";

/** Why something could not be done about a deletion request; undefined where the server's own words say it best. */
export function explanationOf(cause: unknown, words: WordsOf<typeof deletionWords>): string | undefined {
  if (!(cause instanceof ApiError)) {
    return undefined;
  }
  if (cause.isForbidden) {
    return words.refusedForbidden;
  }
  if (cause.isMissing) {
    return words.refusedGone;
  }
  return cause.isConflict ? words.refusedChanged(messageOf(cause)) : undefined;
}

/** Whether there is nothing left to ask for again. */
export function isGone(cause: unknown): boolean {
  return cause instanceof ApiError && cause.isMissing;
}
