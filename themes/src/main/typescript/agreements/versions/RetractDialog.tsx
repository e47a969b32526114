import { Text } from "@patternfly/react-core";
import { Dialog, Refusal, useAction, useAlerts, useMessages, useView } from "../../common";
import type { VersionDialogProps } from "./VersionDialogProps";
import { agreementWords } from "../words";

/** Asks before a version is pulled back. */
export function RetractDialog({ agreement, version, onClose, onDone }: VersionDialogProps) {
  const { api } = useView();
  const words = useMessages(agreementWords);
  const alerts = useAlerts();
  const retraction = useAction(async () => {
    await api.retract(agreement.key, version.number, { edits: version.edits });
    alerts.succeeded(words.retracted(version.number));
    onDone();
  });
  return (
    <Dialog
      title={words.retractTitle(version.number)}
      action={words.retract}
      isDangerous
      isBusy={retraction.isBusy}
      onAct={retraction.run}
      onClose={onClose}
    >
      <Refusal cause={retraction.refusal} />
      <Text>{version.state === "SCHEDULED" ? words.retractScheduledText : words.retractText}</Text>
    </Dialog>
  );
}
