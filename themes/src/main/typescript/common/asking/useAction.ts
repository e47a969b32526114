import { useState } from "react";

/** Something asked of the server: whether it is on its way, and why it was refused. */
export interface Action {
  isBusy: boolean;
  /** Undefined while there is none. */
  refusal: unknown;
  run: () => void;
}

/** Does something on the server, one at a time, and keeps why it was refused. */
export function useAction(act: () => Promise<void>): Action {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const attempt = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await act();
    } catch (cause) {
      setRefusal(cause);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, refusal, run: () => void attempt() };
}
