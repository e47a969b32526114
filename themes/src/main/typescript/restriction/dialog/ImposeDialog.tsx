import { ModalVariant, Radio, Text, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { ApiError, type BarredKind, RESTRICTION_KINDS, type RestrictionKind } from "../../api";
import {
  Choice,
  Dialog,
  Field,
  fieldRefusal,
  fromLocalInput,
  Refusal,
  toLocalInput,
  useAction,
  useAlerts,
  useLoaded,
  useMessages,
  useView,
  Waiting,
} from "../../common";
import { BarredFields } from "../form/BarredFields";
import { Consequences } from "../form/Consequences";
import { isPast, MomentField } from "../form/MomentField";
import { sent, useStatement } from "../form/Statement";
import { StatementFields } from "../form/StatementFields";
import { restrictionWords } from "../words";

const ATTRIBUTE_LENGTH = 255;
const BARRED_FOR = 365 * 24 * 60 * 60 * 1000;
const FIELDS = ["grounds", "facts", "article", "appeal", "until", "attribute", "barred", "barredUntil"] as const;

/** Asks what is to be imposed on a user, why and until when, and says what follows from it. */
export function ImposeDialog({ user, onClose }: { user: { id: string; name: string }; onClose: () => void }) {
  const { api, timeZone } = useView();
  const words = useMessages(restrictionWords);
  const alerts = useAlerts();
  const id = useId();
  const [kind, setKind] = useState<RestrictionKind>("NOTICE");
  const { statement, change, isComplete } = useStatement();
  const [until, setUntil] = useState("");
  const [attribute, setAttribute] = useState("");
  const [barred, setBarred] = useState<BarredKind[]>([]);
  const [barredUntil, setBarredUntil] = useState(() => toLocalInput(Date.now() + BARRED_FOR, timeZone));
  const barrable = useLoaded(() => api.barrableNames(user.id), [api, user.id]);
  const moment = fromLocalInput(until, timeZone);
  const barredMoment = fromLocalInput(barredUntil, timeZone);
  const isBarring = kind === "TERMINATION" && barred.length > 0;
  const imposing = useAction(async () => {
    await api.imposeRestriction({
      userId: user.id,
      kind,
      ...sent(statement),
      ...(moment !== undefined && { until: moment }),
      ...(kind === "NOTICE" && attribute.trim() !== "" && { attribute: attribute.trim() }),
      ...(isBarring && { barred, barredUntil: barredMoment! }),
    });
    alerts.succeeded(words[`imposed${kind}`](user.name));
    onClose();
  });
  const atField = fieldRefusal(imposing.refusal, FIELDS);
  const mistakeIn = (field: (typeof FIELDS)[number]) => {
    if (atField?.field !== field) {
      return undefined;
    }
    return field === "attribute" ? words.attributeUnknown : atField.message;
  };
  const isDated = (kind !== "NOTICE" || moment !== undefined) && !isPast(until, timeZone);
  const isBarredDated = !isBarring || (barredMoment !== undefined && !isPast(barredUntil, timeZone));
  return (
    <Dialog
      title={words.imposeTitle(user.name)}
      action={words[`impose${kind}`]}
      size={ModalVariant.medium}
      isDangerous={kind !== "NOTICE"}
      isBusy={imposing.isBusy}
      isReady={isComplete && isDated && isBarredDated}
      onAct={imposing.run}
      onClose={onClose}
    >
      {!atField && (
        <Refusal
          cause={imposing.refusal}
          explanation={
            imposing.refusal instanceof ApiError && imposing.refusal.isForbidden ? words.refusedForbidden : undefined
          }
        />
      )}
      <Choice id={`${id}-kind`} legend={words.kind}>
        {RESTRICTION_KINDS.map((each) => (
          <Radio
            key={each}
            id={`${id}-${each}`}
            name={`${id}-kind`}
            label={words[`kind${each}`]}
            description={words[`meaning${each}`]}
            isChecked={kind === each}
            onChange={() => setKind(each)}
          />
        ))}
      </Choice>
      <Text>{words.allIsRead}</Text>
      <StatementFields id={id} statement={statement} mistakeIn={mistakeIn} onChange={change} />
      <MomentField
        id={`${id}-until`}
        label={words[`until${kind}`]}
        hint={words[`untilHint${kind}`](timeZone)}
        mistake={(isPast(until, timeZone) && words.past) || mistakeIn("until")}
        value={until}
        isRequired={kind === "NOTICE"}
        onChange={setUntil}
      />
      {kind === "NOTICE" && (
        <Field
          id={`${id}-attribute`}
          label={words.attribute}
          hint={words.attributeHint}
          mistake={mistakeIn("attribute")}
        >
          <TextInput
            id={`${id}-attribute`}
            aria-describedby={`${id}-attribute-hint`}
            value={attribute}
            maxLength={ATTRIBUTE_LENGTH}
            autoComplete="off"
            validated={mistakeIn("attribute") ? "error" : "default"}
            onChange={(_event, value) => setAttribute(value)}
          />
        </Field>
      )}
      {kind === "TERMINATION" && (
        <Waiting for={barrable}>
          {(kinds) => (
            <BarredFields
              id={id}
              kinds={kinds}
              barred={barred}
              until={barredUntil}
              mistakeIn={mistakeIn}
              onBarred={setBarred}
              onUntil={setBarredUntil}
            />
          )}
        </Waiting>
      )}
      <Consequences kind={kind} isBarring={isBarring} />
    </Dialog>
  );
}
