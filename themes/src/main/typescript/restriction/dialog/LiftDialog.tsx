import { List, ListItem, Text } from "@patternfly/react-core";
import { ApiError } from "../../api";
import { Dialog, Refusal, useAction, useAlerts, useMessages, useView } from "../../common";
import { restrictionWords } from "../words";
import type { RestrictionDialogProps } from "./RestrictionDialogProps";

/** Asks before a restriction is taken back. */
export function LiftDialog({ restriction: { id, kind, barred }, name, onClose }: RestrictionDialogProps) {
  const { api } = useView();
  const words = useMessages(restrictionWords);
  const alerts = useAlerts();
  const lifting = useAction(async () => {
    await api.liftRestriction(id);
    alerts.succeeded(words.lifted(name));
    onClose();
  });
  const refusal = lifting.refusal instanceof ApiError ? lifting.refusal : undefined;
  return (
    <Dialog
      title={words.liftTitle(words[`kind${kind}`], name)}
      action={words.lift}
      isBusy={lifting.isBusy}
      isReady={!refusal?.isConflict && !refusal?.isMissing}
      onAct={lifting.run}
      onClose={onClose}
    >
      <Refusal cause={lifting.refusal} explanation={refusal?.isForbidden ? words.refusedForbidden : undefined} />
      <Text>{words[`lift${kind}`]}</Text>
      <List>
        {barred !== undefined && barred.length > 0 && <ListItem>{words.liftBarred}</ListItem>}
        <ListItem>{words.mailEnded}</ListItem>
        <ListItem>{words.recorded}</ListItem>
      </List>
    </Dialog>
  );
}
