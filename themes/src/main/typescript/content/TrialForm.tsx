import { Button, Form, TextInput, Title } from "@patternfly/react-core";
import { type FormEvent, useId, useState } from "react";
import type { WordTrial } from "../api";
import { Alert, Field, isolated, Refusal, useAction, useMessages, useView } from "../common";
import { contentWords } from "./words";
import "./content.css";

const LENGTH = 2000;

/** Holds what somebody might write against the lists. */
export function TrialForm() {
  const words = useMessages(contentWords);
  const { api } = useView();
  const id = useId();
  const [text, setText] = useState("");
  const [trial, setTrial] = useState<WordTrial>();
  const trying = useAction(async () => setTrial(await api.tryWords(text)));
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
            setTrial(undefined);
          }}
        />
      </Field>
      <div role="status">
        {trial?.prohibited === true && (
          <Alert variant="warning" title={words.prohibited}>
            {trial.word !== undefined && words.because(isolated(trial.word))}
          </Alert>
        )}
        {trial?.prohibited === false && <Alert variant="success" title={words.allowed} />}
      </div>
      <div>
        <Button type="submit" variant="secondary" isDisabled={text.trim() === "" || trying.isBusy}>
          {words.try}
        </Button>
      </div>
    </Form>
  );
}
