import { Text } from "@patternfly/react-core";
import { dateTime, Dialog, Refusal, useAction, useAlerts, useMessages, useView } from "../common";
import { explanationOf, isGone } from "./refusals";
import type { RequestDialogProps } from "./RequestDialogProps";
import { deletionWords } from "./words";

/** Asks before a request goes its way again, which may be at once. */
export function ReleaseDialog({ request, username, onClose }: RequestDialogProps) {
  const { api, locale, timeZone } = useView();
  const words = useMessages(deletionWords);
  const alerts = useAlerts();
  const isDue = request.dueAt <= Date.now();
  const releasing = useAction(async () => {
    await api.releaseDeletion(request.userId);
    alerts.succeeded(words.released(username));
    onClose();
  });
  return (
    <Dialog
      title={words.releaseTitle(username)}
      action={words.release}
      isDangerous={isDue}
      isBusy={releasing.isBusy}
      isReady={!isGone(releasing.refusal)}
      onAct={releasing.run}
      onClose={onClose}
    >
      <Refusal cause={releasing.refusal} explanation={explanationOf(releasing.refusal, words)} />
      <Text>{isDue ? words.releaseTextDue : words.releaseText(dateTime(request.dueAt, locale, timeZone))}</Text>
    </Dialog>
  );
}
