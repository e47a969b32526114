import type { Setup } from "../api";
import { useAlerts, useLoaded, useMessages, useView } from "../common";
import { ChangeList } from "./ChangeList";
import { PlanDialog } from "./PlanDialog";
import { setupWords } from "./words";

/** Shows what mending changes before it does. */
export function MendDialog({
  conditions,
  onDone,
  onChanged,
  onClose,
}: {
  /** Ids; all if it is left out. */
  conditions: readonly string[] | undefined;
  onDone: (now: Setup) => void;
  onChanged: () => void;
  onClose: () => void;
}) {
  const words = useMessages(setupWords);
  const { api } = useView();
  const alerts = useAlerts();
  const plan = useLoaded(() => api.setup(conditions), [api, conditions]);
  return (
    <PlanDialog
      title={conditions === undefined ? words.mendAllTitle : words.mendTitle}
      action={words.mend}
      plan={plan}
      apply={async (fingerprint) => {
        onDone(await api.mendSetup(fingerprint, conditions));
        alerts.succeeded(words.mended);
      }}
      onChanged={onChanged}
      onClose={onClose}
    >
      {(loaded) => (
        <>
          <p>{words.mendIntro}</p>
          <ChangeList conditions={loaded.conditions} />
        </>
      )}
    </PlanDialog>
  );
}
