import { ActionGroup, Button, Form, TextArea, TextInput } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { type FormEvent, useId, useState } from "react";
import type { Access, NewVerification, Verification } from "../../api";
import { Field, fieldRefusal, Refusal, useAction, useAlerts, useMessages, useView } from "../../common";
import { download } from "../../common/asking/download";
import { verificationWords } from "./words";

const EMPTY = { from: "", to: "", checkpoint: "", keys: "" };

type Fields = typeof EMPTY;

/** Says what is to be verified, or taken along. */
export function VerificationForm({
  access,
  isRunning,
  onChange,
  onRefused,
}: {
  access: Access;
  isRunning: boolean;
  onChange: (verification: Verification) => void;
  /** Whether what was asked for last was refused. */
  onRefused: (isRefused: boolean) => void;
}) {
  const words = useMessages(verificationWords);
  const { api, realm } = useView();
  const alerts = useAlerts();
  const id = useId();
  const [fields, setFields] = useState(EMPTY);
  const set = (name: keyof Fields) => (_event: unknown, value: string) => setFields({ ...fields, [name]: value });
  const isFromWrong = !isPlace(fields.from);
  const isToWrong = !isPlace(fields.to);
  const isReady = !isFromWrong && !isToWrong;
  const mayExport = access.viewRealm && access.viewUsers;

  const verifying = useAction(async () => {
    try {
      onChange(await api.verifyLog(wanted(fields)));
    } catch (cause) {
      onRefused(true);
      throw cause;
    }
    onRefused(false);
    alerts.succeeded(words.begun);
  });
  const exporting = useAction(async () => {
    const { fromIndex, toIndex } = wanted(fields);
    const span = { ...(fromIndex !== undefined && { fromIndex }), ...(toIndex !== undefined && { toIndex }) };
    try {
      download(await api.ledgerExport(span), `ledger-${realm}.ndjson.gz`);
      alerts.succeeded(words.exported);
    } catch (cause) {
      alerts.failed(words.exportFailed, cause);
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && access.manageRealm && !isRunning) {
      verifying.run();
    }
  };

  const atField = fieldRefusal(verifying.refusal, ["checkpoint", "keys"])?.field;
  return (
    <Form className="agreements-form" aria-label={words.title} onSubmit={submit} noValidate>
      {!atField && <Refusal cause={verifying.refusal} />}
      <div className="agreements-filter">
        <PlaceField
          id={`${id}-from`}
          label={words.from}
          hint={words.fromHint}
          isWrong={isFromWrong}
          value={fields.from}
          onChange={set("from")}
        />
        <PlaceField
          id={`${id}-to`}
          label={words.to}
          hint={words.toHint}
          isWrong={isToWrong}
          value={fields.to}
          onChange={set("to")}
        />
      </div>
      {access.manageRealm && (
        <>
          <KeptField
            id={`${id}-checkpoint`}
            label={words.checkpoint}
            hint={words.checkpointHint}
            mistake={atField === "checkpoint" && words.checkpointWrong}
            rows={5}
            value={fields.checkpoint}
            onChange={set("checkpoint")}
          />
          <KeptField
            id={`${id}-keys`}
            label={words.keys}
            hint={words.keysHint}
            mistake={atField === "keys" && words.keysWrong}
            rows={2}
            value={fields.keys}
            onChange={set("keys")}
          />
        </>
      )}
      <ActionGroup>
        {access.manageRealm && (
          <Button type="submit" isDisabled={!isReady || isRunning || verifying.isBusy} isLoading={verifying.isBusy}>
            {words.begin}
          </Button>
        )}
        {mayExport && (
          <Button
            variant="link"
            icon={<DownloadIcon />}
            aria-describedby={`${id}-export-hint`}
            isDisabled={!isReady || exporting.isBusy}
            onClick={exporting.run}
          >
            {words.export}
          </Button>
        )}
      </ActionGroup>
      {mayExport && (
        <div id={`${id}-export-hint`} className="agreements-hint">
          {words.exportHint}
        </div>
      )}
    </Form>
  );
}

interface InputProps {
  id: string;
  label: string;
  hint: string;
  value: string;
  onChange: (event: unknown, value: string) => void;
}

function PlaceField({ id, label, hint, isWrong, value, onChange }: InputProps & { isWrong: boolean }) {
  const words = useMessages(verificationWords);
  return (
    <Field id={id} label={label} hint={hint} mistake={isWrong && words.noPlace}>
      <TextInput
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={value}
        validated={isWrong ? "error" : "default"}
        onChange={onChange}
      />
    </Field>
  );
}

function KeptField({
  id,
  label,
  hint,
  mistake,
  rows,
  value,
  onChange,
}: InputProps & { mistake: string | false; rows: number }) {
  return (
    <Field id={id} label={label} hint={hint} mistake={mistake}>
      <TextArea
        id={id}
        className="agreements-code"
        validated={mistake ? "error" : "default"}
        aria-describedby={`${id}-hint`}
        rows={rows}
        dir="ltr"
        spellCheck={false}
        resizeOrientation="vertical"
        value={value}
        onChange={onChange}
      />
    </Field>
  );
}

/** Whether a place was typed, or none. */
function isPlace(typed: string): boolean {
  return /^\d{0,15}$/.test(typed.trim());
}

function wanted({ from, to, checkpoint, keys }: Fields): NewVerification {
  return {
    ...(from.trim() && { fromIndex: Number(from) }),
    ...(to.trim() && { toIndex: Number(to) }),
    ...(checkpoint.trim() && { checkpoint }),
    ...(keys.trim() && { keys }),
  };
}
