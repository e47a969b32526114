import { FormSelect, FormSelectOption, ModalVariant, Text, TextArea, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { type Disclosure, type DisclosureGround, DISCLOSURE_GROUNDS } from "../api";
import {
  Dialog,
  Field,
  fieldRefusal,
  fromLocalInput,
  isolated,
  Refusal,
  toLocalInput,
  useAction,
  useAlerts,
  useMessages,
  useView,
} from "../common";
import { disclosureWords } from "./words";

const WORDS = 255;

/** What the server says of users it does not know. */
const UNKNOWN = /: there is no user (.+)$/;

/**
 * Asks to whom which data was given, when and why.
 *
 * @param wrong the entry that is corrected; none if it is a new one
 */
export function RegisterDialog({
  userId,
  wrong,
  onClose,
}: {
  userId?: string | undefined;
  wrong?: Disclosure | undefined;
  onClose: () => void;
}) {
  const { api, timeZone } = useView();
  const words = useMessages(disclosureWords);
  const alerts = useAlerts();
  const id = useId();
  const [users, setUsers] = useState(userId ?? "");
  const [recipient, setRecipient] = useState(wrong?.recipient ?? "");
  const [ground, setGround] = useState<DisclosureGround>(wrong?.ground ?? "LAW");
  const [data, setData] = useState(wrong?.data.join("\n") ?? "");
  const [given, setGiven] = useState(() => toLocalInput(wrong?.disclosedAt ?? Date.now(), timeZone));
  const [reference, setReference] = useState(wrong?.reference ?? "");
  const [notBefore, setNotBefore] = useState(() =>
    wrong?.notBefore === undefined ? "" : toLocalInput(wrong.notBefore, timeZone),
  );
  const [silence, setSilence] = useState(wrong?.silenceGround ?? "");
  const disclosedAt = fromLocalInput(given, timeZone);
  const silentUntil = fromLocalInput(notBefore, timeZone);
  const isFuture = disclosedAt !== undefined && disclosedAt > Date.now();
  const registering = useAction(async () => {
    const said = {
      recipient: recipient.trim(),
      ground,
      data: linesOf(data),
      disclosedAt: disclosedAt!,
      ...(reference.trim() !== "" && { reference: reference.trim() }),
      ...(silentUntil !== undefined && { notBefore: silentUntil, silenceGround: silence.trim() }),
    };
    await (wrong === undefined
      ? api.registerDisclosure({ userIds: linesOf(users), ...said })
      : api.correctDisclosure(wrong.id, said));
    alerts.succeeded(wrong === undefined ? words.registered : words.corrected);
    onClose();
  });
  const isReady =
    (wrong !== undefined || linesOf(users).length > 0) &&
    recipient.trim() !== "" &&
    linesOf(data).length > 0 &&
    disclosedAt !== undefined &&
    !isFuture &&
    (silentUntil === undefined || silence.trim() !== "");
  const atUsers = fieldRefusal(registering.refusal, ["userIds"]);
  const unknown = atUsers && UNKNOWN.exec(atUsers.message)?.[1];
  return (
    <Dialog
      title={wrong === undefined ? words.register : words.correctTitle}
      action={wrong === undefined ? words.act : words.correct}
      size={ModalVariant.medium}
      isBusy={registering.isBusy}
      isReady={isReady}
      onAct={registering.run}
      onClose={onClose}
    >
      {!atUsers && <Refusal cause={registering.refusal} />}
      <Text>{wrong === undefined ? words.good : words.correctGood}</Text>
      {userId === undefined && wrong === undefined && (
        <Lines
          id={`${id}-users`}
          label={words.userIds}
          hint={words.userIdsHint}
          mistake={unknown === undefined ? atUsers?.message : words.unknownUsers(isolated(unknown))}
          value={users}
          onChange={setUsers}
        />
      )}
      <Line id={`${id}-recipient`} label={words.recipient} value={recipient} isRequired onChange={setRecipient} />
      <Field id={`${id}-ground`} label={words.ground} isRequired>
        <FormSelect
          id={`${id}-ground`}
          value={ground}
          onChange={(_event, value) => setGround(value as DisclosureGround)}
        >
          {DISCLOSURE_GROUNDS.map((each) => (
            <FormSelectOption key={each} value={each} label={words[`ground${each}`]} />
          ))}
        </FormSelect>
      </Field>
      <Lines id={`${id}-data`} label={words.data} hint={words.dataHint} value={data} onChange={setData} />
      <Field
        id={`${id}-given`}
        label={words.disclosedAt}
        hint={words.disclosedAtHint(timeZone)}
        mistake={isFuture && words.future}
        isRequired
      >
        <TextInput
          id={`${id}-given`}
          aria-describedby={`${id}-given-hint`}
          type="datetime-local"
          value={given}
          isRequired
          validated={isFuture ? "error" : "default"}
          onChange={(_event, value) => setGiven(value)}
        />
      </Field>
      <Line
        id={`${id}-reference`}
        label={words.reference}
        hint={words.referenceHint}
        value={reference}
        onChange={setReference}
      />
      <Field id={`${id}-before`} label={words.notBefore} hint={words.notBeforeHint(timeZone)}>
        <TextInput
          id={`${id}-before`}
          aria-describedby={`${id}-before-hint`}
          type="datetime-local"
          value={notBefore}
          onChange={(_event, value) => setNotBefore(value)}
        />
      </Field>
      {silentUntil !== undefined && (
        <Line id={`${id}-silence`} label={words.silence} value={silence} isRequired onChange={setSilence} />
      )}
    </Dialog>
  );
}

interface LineProps {
  id: string;
  label: string;
  hint?: string;
  mistake?: string | undefined;
  value: string;
  isRequired?: boolean;
  onChange: (value: string) => void;
}

function Line({ id, label, hint, value, isRequired = false, onChange }: LineProps) {
  return (
    <Field id={id} label={label} hint={hint} isRequired={isRequired}>
      <TextInput
        id={id}
        {...(hint !== undefined && { "aria-describedby": `${id}-hint` })}
        value={value}
        dir="auto"
        maxLength={WORDS}
        isRequired={isRequired}
        autoComplete="off"
        onChange={(_event, changed) => onChange(changed)}
      />
    </Field>
  );
}

function Lines({ id, label, hint, mistake, value, onChange }: LineProps & { hint: string }) {
  return (
    <Field id={id} label={label} hint={hint} mistake={mistake} isRequired>
      <TextArea
        id={id}
        aria-describedby={`${id}-hint`}
        validated={mistake === undefined ? "default" : "error"}
        value={value}
        dir="auto"
        isRequired
        rows={3}
        resizeOrientation="vertical"
        onChange={(_event, changed) => onChange(changed)}
      />
    </Field>
  );
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
