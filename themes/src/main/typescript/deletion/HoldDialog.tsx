import { Text, TextArea } from "@patternfly/react-core";
import { useId, useState } from "react";
import { Dialog, Field, Refusal, useAction, useAlerts, useMessages, useView } from "../common";
import { explanationOf, isGone } from "./refusals";
import type { RequestDialogProps } from "./RequestDialogProps";
import { deletionWords } from "./words";

const REASON_LENGTH = 1000;

/** Asks why an account is to be kept. */
export function HoldDialog({ request, username, onClose }: RequestDialogProps) {
  const { api } = useView();
  const words = useMessages(deletionWords);
  const alerts = useAlerts();
  const id = useId();
  const [reason, setReason] = useState("");
  const holding = useAction(async () => {
    await api.holdDeletion(request.userId, reason.trim());
    alerts.succeeded(words.held(username));
    onClose();
  });
  return (
    <Dialog
      title={words.holdTitle(username)}
      action={words.hold}
      isBusy={holding.isBusy}
      isReady={reason.trim() !== "" && !isGone(holding.refusal)}
      onAct={holding.run}
      onClose={onClose}
    >
      <Refusal cause={holding.refusal} explanation={explanationOf(holding.refusal, words)} />
      <Text>{words.holdText}</Text>
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
