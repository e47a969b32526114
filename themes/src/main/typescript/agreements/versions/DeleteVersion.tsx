import { Text } from "@patternfly/react-core";
import { commonWords, Dialog, Refusal, useAction, useAlerts, useMessages, useView } from "../../common";
import type { VersionDialogProps } from "./VersionDialogProps";
import { agreementWords } from "../words";

/** Asks before a draft is deleted. */
export function DeleteVersion({ agreement, version, onClose, onDone }: VersionDialogProps) {
  const { api } = useView();
  const words = useMessages(agreementWords);
  const common = useMessages(commonWords);
  const alerts = useAlerts();
  const deletion = useAction(async () => {
    await api.deleteVersion(agreement.key, version.number);
    alerts.succeeded(words.versionDeleted(version.number));
    onDone();
  });
  return (
    <Dialog
      title={words.deleteVersionTitle(version.number)}
      action={common.delete}
      isDangerous
      isBusy={deletion.isBusy}
      onAct={deletion.run}
      onClose={onClose}
    >
      <Refusal cause={deletion.refusal} />
      <Text>{words.deleteVersionText}</Text>
    </Dialog>
  );
}
