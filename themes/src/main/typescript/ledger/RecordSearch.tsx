import {
  ActionGroup,
  Button,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from "@patternfly/react-core";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { RecordFilter, RecordType } from "../api";
import { startOfDay, useMessages, useView } from "../common";
import { ledgerWords } from "./words";

const TYPES: readonly RecordType[] = [
  "ACCEPTANCE",
  "GRANT",
  "DELETION",
  "RESTRICTION",
  "DISCLOSURE",
  "EXPORT",
  "ERASURE",
  "PUBLICATION",
  "SETTINGS",
  "REPORT",
  "REBUILD",
  "HOLD",
];

const EMPTY = { user: "", type: "", agreement: "", from: "", to: "" };

type Fields = typeof EMPTY;

interface RecordSearchProps {
  /** Titles of agreements by key, to choose from; undefined if they are not known: then a key is typed. */
  titles?: ReadonlyMap<string, string>;
  onSearch: (filter: RecordFilter) => void;
}

/** The form that says which records to show. */
export function RecordSearch({ titles, onSearch }: RecordSearchProps) {
  const words = useMessages(ledgerWords);
  const { timeZone } = useView();
  const [fields, setFields] = useState(EMPTY);
  const [isRefused, setRefused] = useState(false);
  const set = (field: keyof Fields) => (_: unknown, value: string) => setFields({ ...fields, [field]: value });

  const search = (event: FormEvent) => {
    event.preventDefault();
    const filter = filterOf(fields, timeZone);
    const isSwapped = filter.from !== undefined && filter.to !== undefined && filter.from >= filter.to;
    setRefused(isSwapped);
    if (!isSwapped) {
      onSearch(filter);
    }
  };
  const clear = () => {
    setFields(EMPTY);
    setRefused(false);
    onSearch({});
  };

  return (
    <Form role="search" aria-label={words.filter} onSubmit={search} noValidate>
      <div className="agreements-filter">
        <Field label={words.user} hint={words.userHint}>
          {(input) => <TextInput {...input} value={fields.user} onChange={set("user")} autoComplete="off" />}
        </Field>
        <Field label={words.type}>
          {(input) => (
            <FormSelect {...input} value={fields.type} onChange={set("type")}>
              <FormSelectOption value="" label={words.allTypes} />
              {TYPES.map((type) => (
                <FormSelectOption key={type} value={type} label={words[`type${type}`]} />
              ))}
            </FormSelect>
          )}
        </Field>
        <Field label={words.agreement} hint={titles ? undefined : words.agreementHint}>
          {(input) =>
            titles ? (
              <FormSelect {...input} value={fields.agreement} onChange={set("agreement")}>
                <FormSelectOption value="" label={words.allAgreements} />
                {[...titles].map(([key, title]) => (
                  <FormSelectOption key={key} value={key} label={title} />
                ))}
              </FormSelect>
            ) : (
              <TextInput {...input} value={fields.agreement} onChange={set("agreement")} autoComplete="off" />
            )
          }
        </Field>
        <Field label={words.from} error={isRefused ? words.daysSwapped : undefined}>
          {(input) => (
            <TextInput
              {...input}
              type="date"
              value={fields.from}
              onChange={set("from")}
              validated={isRefused ? "error" : "default"}
            />
          )}
        </Field>
        <Field label={words.to}>
          {(input) => <TextInput {...input} type="date" value={fields.to} onChange={set("to")} />}
        </Field>
      </div>
      <ActionGroup>
        <Button type="submit" variant="primary">
          {words.search}
        </Button>
        <Button variant="link" onClick={clear}>
          {words.clear}
        </Button>
      </ActionGroup>
    </Form>
  );
}

function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string;
  error?: string;
  children: (input: { id: string; "aria-describedby"?: string }) => ReactNode;
}) {
  const id = useId();
  const explanation = error ?? hint;
  return (
    <FormGroup label={label} fieldId={id}>
      {children({ id, "aria-describedby": explanation && `${id}explanation` })}
      {explanation && (
        <FormHelperText>
          <HelperText id={`${id}explanation`} isLiveRegion={error !== undefined}>
            <HelperTextItem variant={error ? "error" : "default"}>{explanation}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}

function filterOf({ user, type, agreement, from, to }: Fields, timeZone: string): RecordFilter {
  const given = {
    user: user.trim() || undefined,
    type: (type || undefined) as RecordType | undefined,
    agreement: agreement.trim() || undefined,
    from: startOfDay(from, timeZone),
    to: startOfDay(to, timeZone, 1),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
