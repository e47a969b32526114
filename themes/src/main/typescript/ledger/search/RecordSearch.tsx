import { ActionGroup, Button, Form, TextInput } from "@patternfly/react-core";
import { type FormEvent, useEffect, useState } from "react";
import { commonWords, useMessages } from "../../common";
import { ledgerWords } from "../words";
import { areDaysSwapped, DECISIONS, EMPTY, type Fields, fieldsIn, METHODS, TYPES } from "./fields";
import { SearchChoice, SearchField } from "./SearchField";
import { searchWords } from "./words";

interface RecordSearchProps {
  /** The query of what is shown now. */
  query: string;
  /** Titles of agreements by key, to choose from; undefined if they are not known: then a key is typed. */
  titles?: ReadonlyMap<string, string>;
  /** Whether users are found by a part of a name. */
  mayLookUp: boolean;
  onSearch: (wanted: Fields) => void;
}

/** The form that says which records to show. */
export function RecordSearch({ query, titles, mayLookUp, onSearch }: RecordSearchProps) {
  const words = useMessages(ledgerWords);
  const ways = useMessages(searchWords);
  const common = useMessages(commonWords);
  const [fields, setFields] = useState(() => fieldsIn(query));
  const [isRefused, setRefused] = useState(false);
  // What is shown may change by the address alone; the form stays, and with it the focus.
  useEffect(() => {
    setFields(fieldsIn(query));
    setRefused(false);
  }, [query]);
  const set = (field: keyof Fields) => (_: unknown, value: string) => setFields({ ...fields, [field]: value });

  const search = (event: FormEvent) => {
    event.preventDefault();
    setRefused(areDaysSwapped(fields));
    if (!areDaysSwapped(fields)) {
      onSearch(fields);
    }
  };
  const clear = () => {
    setFields(EMPTY);
    setRefused(false);
    onSearch(EMPTY);
  };

  return (
    <Form role="search" aria-label={words.filter} onSubmit={search} noValidate>
      <div className="agreements-filter">
        <SearchField label={words.user} hint={mayLookUp ? ways.partHint : words.userHint}>
          {(input) => <TextInput {...input} value={fields.user} onChange={set("user")} autoComplete="off" />}
        </SearchField>
        <SearchChoice
          label={words.type}
          any={words.allTypes}
          value={fields.type}
          options={TYPES.map((type) => [type, words[`type${type}`]])}
          onChange={set("type")}
        />
        <SearchChoice
          label={ways.decision}
          any={ways.allDecisions}
          value={fields.decision}
          options={DECISIONS.map((decision) => [decision, common[`decision${decision}`]])}
          onChange={set("decision")}
        />
        <SearchChoice
          label={words.how}
          any={ways.allMethods}
          value={fields.method}
          options={METHODS.map((method) => [method, words[`method${method}`]])}
          onChange={set("method")}
        />
        <SearchField label={words.client} hint={ways.clientHint}>
          {(input) => <TextInput {...input} value={fields.client} onChange={set("client")} autoComplete="off" />}
        </SearchField>
        {titles ? (
          <SearchChoice
            label={words.agreement}
            any={words.allAgreements}
            value={fields.agreement}
            options={[...titles]}
            onChange={set("agreement")}
          />
        ) : (
          <SearchField label={words.agreement} hint={words.agreementHint}>
            {(input) => (
              <TextInput {...input} value={fields.agreement} onChange={set("agreement")} autoComplete="off" />
            )}
          </SearchField>
        )}
        <SearchField label={words.from} error={isRefused ? words.daysSwapped : undefined}>
          {(input) => (
            <TextInput
              {...input}
              type="date"
              value={fields.from}
              onChange={set("from")}
              validated={isRefused ? "error" : "default"}
            />
          )}
        </SearchField>
        <SearchField label={words.to}>
          {(input) => <TextInput {...input} type="date" value={fields.to} onChange={set("to")} />}
        </SearchField>
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
