import { Text } from "@patternfly/react-core";
import { useId, useState } from "react";
import type { Agreement, Version, VersionSettings } from "../../api";
import { Dialog, Refusal, useAction, useAlerts, useMessages, useView } from "../../common";
import { VersionFields, withoutEmptyLabel } from "./VersionFields";
import { newestFirst } from "./versions";
import { agreementWords } from "../words";

/** Makes a draft that begins with the texts of the newest version. */
export function NewVersion({
  agreement,
  onClose,
  onDone,
}: {
  agreement: Agreement;
  onClose: () => void;
  onDone: (version: Version) => void;
}) {
  const { api } = useView();
  const words = useMessages(agreementWords);
  const alerts = useAlerts();
  const id = useId();
  const [newest] = newestFirst(agreement.versions);
  const [settings, setSettings] = useState<VersionSettings>({
    label: "",
    material: true,
    acceptance: newest?.acceptance ?? "EXPLICIT",
    readToEnd: newest?.readToEnd ?? false,
  });
  const creation = useAction(async () => {
    const version = await api.createVersion(agreement.key, {
      ...withoutEmptyLabel(settings),
      ...(newest && { copyTextsOf: newest.number }),
    });
    alerts.succeeded(words.versionCreated(version.number));
    onDone(version);
  });
  return (
    <Dialog
      title={words.newVersion}
      action={words.newVersion}
      isBusy={creation.isBusy}
      onAct={creation.run}
      onClose={onClose}
    >
      <Refusal cause={creation.refusal} />
      <Text>{newest ? words.newVersionCopies(newest.number) : words.newVersionEmpty}</Text>
      <VersionFields id={id} settings={settings} onChange={setSettings} />
    </Dialog>
  );
}
