import { type RefObject, useEffect } from "react";
import type { Navigation } from "../common";

/**
 * While something is not saved, asks before the place is left or the window closed.
 *
 * @param leaving true as soon as whoever leaves has saved it
 */
export function useUnsavedGuard(
  isUnsaved: boolean,
  question: string,
  guard: Navigation["guard"],
  leaving?: RefObject<boolean>,
) {
  useEffect(() => {
    if (!isUnsaved) {
      return undefined;
    }
    const unguard = guard(() => leaving?.current === true || window.confirm(question));
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", beforeUnload);
    return () => {
      unguard();
      window.removeEventListener("beforeunload", beforeUnload);
    };
  }, [isUnsaved, question, guard, leaving]);
}
