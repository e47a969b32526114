import { List, ListItem, Text } from "@patternfly/react-core";
import { Dialog, Refusal, useAction, useAlerts, useMessages, useView } from "../common";
import { explanationOf, isGone } from "./refusals";
import type { RequestDialogProps } from "./RequestDialogProps";
import { deletionWords } from "./words";

/** Asks before an account is deleted at once. */
export function CarryOutDialog({ request, username, onClose }: RequestDialogProps) {
  const { api } = useView();
  const words = useMessages(deletionWords);
  const alerts = useAlerts();
  const deletion = useAction(async () => {
    await api.carryOutDeletion(request.userId);
    alerts.succeeded(words.carriedOut(username));
    onClose();
  });
  return (
    <Dialog
      title={words.carryOutTitle(username)}
      action={words.carryOutAction}
      isDangerous
      isBusy={deletion.isBusy}
      isReady={!isGone(deletion.refusal)}
      onAct={deletion.run}
      onClose={onClose}
    >
      <Refusal cause={deletion.refusal} explanation={explanationOf(deletion.refusal, words)} />
      <Text>
        <strong>{words.carryOutForGood(username)}</strong>
      </Text>
      <List>
        <ListItem>{words.carryOutNoChange}</ListItem>
        <ListItem>{words.carryOutKept}</ListItem>
      </List>
    </Dialog>
  );
}
