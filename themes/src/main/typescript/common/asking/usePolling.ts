import { useEffect } from "react";

const MILLIS = 3000;

/** Reads something anew, some seconds after it is wanted, as long as somebody is looking; at once when somebody is again. */
export function usePolling(read: () => void, isWanted: boolean) {
  useEffect(() => {
    if (!isWanted) {
      return undefined;
    }
    const readIfSeen = () => {
      if (document.visibilityState === "visible") {
        read();
      }
    };
    const timer = setInterval(readIfSeen, MILLIS);
    document.addEventListener("visibilitychange", readIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", readIfSeen);
    };
  }, [read, isWanted]);
}
