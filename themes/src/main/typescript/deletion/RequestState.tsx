import { Label } from "@patternfly/react-core";
import type { DeletionRequest, Hold } from "../api";
import { dateTime, useMessages, useView } from "../common";
import { deletionWords } from "./words";

/** Whether a request waits, is about to be carried out, or is held; then since when, by whom and why. */
export function RequestState({ request: { dueAt, hold } }: { request: DeletionRequest }) {
  const words = useMessages(deletionWords);
  if (hold) {
    return <Held hold={hold} />;
  }
  if (dueAt <= Date.now()) {
    return (
      <div>
        <Label isCompact color="blue">
          {words.stateDue}
        </Label>
        <div className="agreements-hint">{words.stateDueHint}</div>
      </div>
    );
  }
  return (
    <Label isCompact color="grey">
      {words.stateWaiting}
    </Label>
  );
}

function Held({ hold: { reason, since, administrator, administratorId } }: { hold: Hold }) {
  const words = useMessages(deletionWords);
  const { locale, timeZone } = useView();
  return (
    <div className="agreements-deletion-hold">
      <Label isCompact color="orange">
        {words.stateHeld}
      </Label>
      <div dir="auto">{reason}</div>
      <div className="agreements-hint">
        {words.heldBy(administrator ?? administratorId, dateTime(since, locale, timeZone))}
      </div>
    </div>
  );
}
