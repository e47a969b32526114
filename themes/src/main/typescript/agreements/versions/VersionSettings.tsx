import { useId, useState } from "react";
import type { VersionSettings as Settings } from "../../api";
import { commonWords, Dialog, Refusal, useAction, useAlerts, useMessages, useView } from "../../common";
import type { VersionDialogProps } from "./VersionDialogProps";
import { VersionFields, withoutEmptyLabel } from "./VersionFields";
import { agreementWords } from "../words";

/** Changes the settings of a draft. */
export function VersionSettings({ agreement, version, onClose, onDone }: VersionDialogProps) {
  const { api } = useView();
  const words = useMessages(agreementWords);
  const { save } = useMessages(commonWords);
  const alerts = useAlerts();
  const id = useId();
  const [settings, setSettings] = useState<Settings>({
    label: version.label ?? "",
    material: version.material,
    acceptance: version.acceptance,
    readToEnd: version.readToEnd,
    ...(version.articlesDiffer !== undefined && { articlesDiffer: version.articlesDiffer }),
  });
  const saving = useAction(async () => {
    await api.updateVersion(agreement.key, version.number, { ...withoutEmptyLabel(settings), edits: version.edits });
    alerts.succeeded(words.versionSaved(version.number));
    onDone();
  });
  return (
    <Dialog
      title={words.versionTitle(version.number)}
      action={save}
      isBusy={saving.isBusy}
      onAct={saving.run}
      onClose={onClose}
    >
      <Refusal cause={saving.refusal} />
      <VersionFields id={id} settings={settings} onChange={setSettings} />
    </Dialog>
  );
}
