import { useState } from "react";

/** Saving one step: whether it is on its way, and why it was refused. */
export interface Saving {
  isBusy: boolean;
  /** Undefined while there is none. */
  refusal: unknown;
  /** True if it is saved. */
  run: () => Promise<boolean>;
}

/** Saves what a step has, and tells whoever wants to go on whether that worked. */
export function useSaving(save: () => Promise<void>): Saving {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const run = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await save();
      return true;
    } catch (cause) {
      setRefusal(cause);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, refusal, run };
}
