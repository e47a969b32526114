import { useEffect } from "react";
import type { Navigation } from "../common";

/** While something is not saved, asks before the place is left or the window closed. */
export function useUnsavedGuard(isUnsaved: boolean, question: string, guard: Navigation["guard"]) {
  useEffect(() => {
    if (!isUnsaved) {
      return undefined;
    }
    const unguard = guard(() => window.confirm(question));
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", beforeUnload);
    return () => {
      unguard();
      window.removeEventListener("beforeunload", beforeUnload);
    };
  }, [isUnsaved, question, guard]);
}
