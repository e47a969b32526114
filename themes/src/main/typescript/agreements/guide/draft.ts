import type { Agreement, Version } from "../../api";
import type { Place, Step } from "../../common";
import { newestFirst } from "../versions/versions";
import { isWritten, writtenIn } from "./unwritten";

/** The version the path is about: the newest draft; undefined if there is none. */
export function draftIn({ versions }: Agreement): Version | undefined {
  return newestFirst(versions).find(({ state }) => state === "DRAFT");
}

/** Where the path goes on for an agreement: where something may be missing yet. */
export function resumed(agreement: Agreement): Place & { step: Step } {
  return { agreement: agreement.key, step: stepFor(draftIn(agreement)) };
}

function stepFor(draft: Version | undefined): Step {
  if (!draft || draft.texts.length === 0) {
    return "name";
  }
  return isWritten(draft) ? "preview" : writtenIn(draft).length > 0 ? "text" : "requirement";
}
