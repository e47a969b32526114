import type { Setup } from "../api";
import { Alert, useAlerts, useLoaded, useMessages, useView } from "../common";
import { ChangeList } from "./ChangeList";
import { PlanDialog } from "./PlanDialog";
import { setupWords } from "./words";

/** Shows what taking all back changes, what stays, and what would happen without it; then does it. */
export function TakeBackDialog({
  onDone,
  onChanged,
  onClose,
}: {
  onDone: (now: Setup) => void;
  onChanged: () => void;
  onClose: () => void;
}) {
  const words = useMessages(setupWords);
  const { api } = useView();
  const alerts = useAlerts();
  const plan = useLoaded(() => api.setupTakenBack(), [api]);
  return (
    <PlanDialog
      title={words.takeBackTitle}
      action={words.takeBack}
      isDangerous
      plan={plan}
      apply={async (fingerprint) => {
        onDone(await api.takeSetupBack(fingerprint));
        alerts.succeeded(words.takenBack);
      }}
      onChanged={onChanged}
      onClose={onClose}
    >
      {({ conditions }) => (
        <>
          <Alert isInline variant="warning" title={words.takeBackIntro} />
          <ChangeList conditions={conditions} />
          {conditions.map(({ id, stays }) => stays !== undefined && <p key={id}>{stays}</p>)}
          <p>{words.recordsStay}</p>
        </>
      )}
    </PlanDialog>
  );
}
