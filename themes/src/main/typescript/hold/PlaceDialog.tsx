import { Text, TextArea, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { ApiError } from "../api";
import { Dialog, Field, fromLocalInput, Refusal, useAction, useAlerts, useMessages, useView } from "../common";
import type { HoldSubject } from "./HoldSubject";
import { holdWords } from "./words";

const REASON_LENGTH = 1000;

/** Asks why and until when records are to be held. */
export function PlaceDialog({ subject, onClose }: { subject: HoldSubject; onClose: () => void }) {
  const { api, timeZone } = useView();
  const words = useMessages(holdWords);
  const alerts = useAlerts();
  const id = useId();
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const end = fromLocalInput(until, timeZone);
  const isPast = end !== undefined && end <= Date.now();
  const placing = useAction(async () => {
    const { userId, agreement } = subject;
    await api.placeHold({
      ...(agreement === undefined ? { userId } : { agreement }),
      reason: reason.trim(),
      ...(end === undefined ? {} : { until: end }),
    });
    alerts.succeeded(words.placed(subject.name));
    onClose();
  });
  return (
    <Dialog
      title={words.placeTitle(subject.name)}
      action={words.placeAction}
      isBusy={placing.isBusy}
      isReady={reason.trim() !== "" && !isPast}
      onAct={placing.run}
      onClose={onClose}
    >
      <Refusal
        cause={placing.refusal}
        explanation={
          placing.refusal instanceof ApiError && placing.refusal.isForbidden ? words.refusedForbidden : undefined
        }
      />
      <Text>{subject.agreement === undefined ? words.meaningOfUser : words.meaningOfAgreement}</Text>
      <Text>{words.placeText}</Text>
      <Field id={`${id}-reason`} label={words.reason} hint={words.reasonHint} isRequired>
        <TextArea
          id={`${id}-reason`}
          aria-describedby={`${id}-reason-hint`}
          value={reason}
          dir="auto"
          isRequired
          maxLength={REASON_LENGTH}
          rows={3}
          resizeOrientation="vertical"
          onChange={(_event, value) => setReason(value)}
        />
      </Field>
      <Field
        id={`${id}-until`}
        label={words.until}
        hint={words.untilHint(timeZone)}
        mistake={isPast && words.untilPast}
      >
        <TextInput
          id={`${id}-until`}
          aria-describedby={`${id}-until-hint`}
          type="datetime-local"
          value={until}
          validated={isPast ? "error" : "default"}
          onChange={(_event, value) => setUntil(value)}
        />
      </Field>
    </Dialog>
  );
}
