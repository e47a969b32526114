import { Text } from "@patternfly/react-core";
import { ApiError, type LegalHold } from "../api";
import { Dialog, Refusal, useAction, useAlerts, useMessages, useView } from "../common";
import { holdWords } from "./words";

/** Asks before a hold is lifted: what it kept is erased then. */
export function LiftDialog({ hold, subject, onClose }: { hold: LegalHold; subject: string; onClose: () => void }) {
  const { api } = useView();
  const words = useMessages(holdWords);
  const alerts = useAlerts();
  const lifting = useAction(async () => {
    await api.liftHold(hold.id);
    alerts.succeeded(words.lifted);
    onClose();
  });
  const refusal = lifting.refusal instanceof ApiError ? lifting.refusal : undefined;
  return (
    <Dialog
      title={words.liftTitle}
      action={words.lift}
      isDangerous
      isBusy={lifting.isBusy}
      isReady={!refusal?.isConflict}
      onAct={lifting.run}
      onClose={onClose}
    >
      <Refusal
        cause={lifting.refusal}
        explanation={
          refusal?.isForbidden ? words.refusedForbidden : refusal?.isConflict ? words.refusedOver : undefined
        }
      />
      <Text dir="auto">{subject}</Text>
      <Text>{words.liftText}</Text>
    </Dialog>
  );
}
