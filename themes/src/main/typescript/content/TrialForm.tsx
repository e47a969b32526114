import { Button, Form, TextInput, Title } from "@patternfly/react-core";
import { type FormEvent, useId, useState } from "react";
import { Alert, Field, Refusal, useAction, useMessages, useView } from "../common";
import { contentWords } from "./words";
import "./content.css";

const LENGTH = 2000;

/** Holds what somebody might write against the lists. */
export function TrialForm() {
  const words = useMessages(contentWords);
  const { api } = useView();
  const id = useId();
  const [text, setText] = useState("");
  const [isProhibited, setProhibited] = useState<boolean>();
  const trying = useAction(async () => setProhibited(await api.tryWords(text)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") {
      trying.run();
    }
  };
  return (
    <Form className="agreements-trial" onSubmit={submit} noValidate>
      <Title headingLevel="h2" size="lg">
        {words.tryTitle}
      </Title>
      <Refusal cause={trying.refusal} />
      <Field id={id} label={words.tryField} hint={words.tryHint}>
        <TextInput
          id={id}
          aria-describedby={`${id}-hint`}
          value={text}
          dir="auto"
          maxLength={LENGTH}
          autoComplete="off"
          onChange={(_event, value) => {
            setText(value);
            setProhibited(undefined);
          }}
        />
      </Field>
      <div role="status">
        {isProhibited !== undefined && (
          <Alert
            variant={isProhibited ? "warning" : "success"}
            title={isProhibited ? words.prohibited : words.allowed}
          />
        )}
      </div>
      <div>
        <Button type="submit" variant="secondary" isDisabled={text.trim() === "" || trying.isBusy}>
          {words.try}
        </Button>
      </div>
    </Form>
  );
}
