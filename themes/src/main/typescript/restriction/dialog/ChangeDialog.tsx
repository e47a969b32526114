import { List, ListItem, ModalVariant, Text } from "@patternfly/react-core";
import { useId, useState } from "react";
import { ApiError } from "../../api";
import {
  Dialog,
  fieldRefusal,
  fromLocalInput,
  Refusal,
  toLocalInput,
  useAction,
  useAlerts,
  useMessages,
  useView,
} from "../../common";
import { isPast, MomentField } from "../form/MomentField";
import { sent, useStatement } from "../form/Statement";
import { StatementFields } from "../form/StatementFields";
import { restrictionWords } from "../words";
import type { RestrictionDialogProps } from "./RestrictionDialogProps";

const FIELDS = ["grounds", "facts", "article", "appeal", "until"] as const;

/** Asks for other reasons or another date; the kind stays. */
export function ChangeDialog({ restriction, name, onClose }: RestrictionDialogProps) {
  const { api, timeZone } = useView();
  const words = useMessages(restrictionWords);
  const alerts = useAlerts();
  const id = useId();
  const { kind } = restriction;
  const known = restriction.until === undefined ? "" : toLocalInput(restriction.until, timeZone);
  const { statement, change, isComplete } = useStatement(restriction);
  const [until, setUntil] = useState(known);
  const moment = until === known ? restriction.until : fromLocalInput(until, timeZone);
  const changing = useAction(async () => {
    await api.changeRestriction(restriction.id, {
      ...sent(statement),
      ...(moment !== undefined && { until: moment }),
      edits: restriction.edits,
    });
    alerts.succeeded(words.changed(name));
    onClose();
  });
  const refusal = changing.refusal instanceof ApiError ? changing.refusal : undefined;
  const atField = fieldRefusal(changing.refusal, FIELDS);
  const mistakeIn = (field: (typeof FIELDS)[number]) => (atField?.field === field ? atField.message : undefined);
  const isDated = kind === "SUSPENSION" || until !== "";
  return (
    <Dialog
      title={words.changeTitle(words[`kind${kind}`], name)}
      action={words.changeAction}
      size={ModalVariant.medium}
      isBusy={changing.isBusy}
      isReady={isComplete && isDated && !isPast(until, timeZone) && !refusal?.isConflict && !refusal?.isMissing}
      onAct={changing.run}
      onClose={onClose}
    >
      {!atField && (
        <Refusal cause={changing.refusal} explanation={refusal?.isForbidden ? words.refusedForbidden : undefined} />
      )}
      <Text>{words.allIsRead}</Text>
      <StatementFields id={id} statement={statement} mistakeIn={mistakeIn} onChange={change} />
      <MomentField
        id={`${id}-until`}
        label={words[`until${kind}`]}
        hint={words[`untilHint${kind}`](timeZone)}
        mistake={(isPast(until, timeZone) && words.past) || mistakeIn("until")}
        value={until}
        isRequired={kind !== "SUSPENSION"}
        onChange={setUntil}
      />
      <List>
        <ListItem>{words.mailChanged}</ListItem>
        <ListItem>{words.recorded}</ListItem>
      </List>
    </Dialog>
  );
}
