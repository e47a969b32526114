import { useId, useState } from "react";
import type { Agreement } from "../../api";
import { Dialog, Refusal, useAction, useAlerts, useMessages, useView, writtenLanguage } from "../../common";
import { mistakesIn, newSettings, settingsIn } from "../settings/settings";
import { SettingsFields } from "../settings/SettingsFields";
import { agreementWords } from "../words";

/** Asks for the settings of a new agreement. */
export function CreateAgreement({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (agreement: Agreement) => void;
}) {
  const { api, reader } = useView();
  const words = useMessages(agreementWords);
  const alerts = useAlerts();
  const id = useId();
  const [draft, setDraft] = useState(() => newSettings(writtenLanguage(reader)));
  const creation = useAction(async () => {
    const agreement = await api.createAgreement(settingsIn(draft));
    alerts.succeeded(words.created(agreement.key));
    onCreated(agreement);
  });
  return (
    <Dialog
      title={words.create}
      action={words.create}
      isBusy={creation.isBusy}
      isReady={mistakesIn(draft).size === 0}
      onAct={creation.run}
      onClose={onClose}
    >
      <Refusal cause={creation.refusal} />
      <SettingsFields id={id} draft={draft} isNew onChange={setDraft} />
    </Dialog>
  );
}
