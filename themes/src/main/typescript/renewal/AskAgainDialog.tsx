import { Text, TextArea } from "@patternfly/react-core";
import { useId, useState } from "react";
import { count, Dialog, Field, Refusal, useAction, useAlerts, useMessages, useView } from "../common";
import { renewalWords } from "./words";

const REASON_LENGTH = 500;

export interface AskAgainProps {
  agreementKey: string;
  /** What the agreement is called. */
  title: string;
  userIds: readonly string[];
  /** Of the user, where it is one. */
  name?: string;
  onClose: (done: boolean) => void;
}

/** Asks why users are to accept again. */
export function AskAgainDialog({ agreementKey, title, userIds, name, onClose }: AskAgainProps) {
  const { api, locale } = useView();
  const words = useMessages(renewalWords);
  const alerts = useAlerts();
  const id = useId();
  const [reason, setReason] = useState("");
  const asking = useAction(async () => {
    const { asked, passedOver } = await api.requestRenewals(agreementKey, { userIds, reason: reason.trim() });
    alerts.succeeded(
      [
        words.asked(count(asked.length, locale), asked.length),
        ...(passedOver.length > 0 ? [words.passedOver(count(passedOver.length, locale))] : []),
      ].join(" – "),
    );
    onClose(true);
  });
  return (
    <Dialog
      title={words.title(title)}
      action={words.act}
      isBusy={asking.isBusy}
      isReady={reason.trim() !== ""}
      onAct={asking.run}
      onClose={() => onClose(false)}
    >
      <Refusal cause={asking.refusal} />
      <Text>{words.who(name ?? words.theseUsers(count(userIds.length, locale), userIds.length))}</Text>
      <Field id={id} label={words.reason} hint={words.reasonHint} isRequired>
        <TextArea
          id={id}
          aria-describedby={`${id}-hint`}
          value={reason}
          dir="auto"
          isRequired
          maxLength={REASON_LENGTH}
          rows={3}
          resizeOrientation="vertical"
          onChange={(_event, value) => setReason(value)}
        />
      </Field>
    </Dialog>
  );
}
