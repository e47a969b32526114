import { Button, Form, Text, TextArea, TextContent } from "@patternfly/react-core";
import { type FormEvent, useId, useState } from "react";
import { ApiError, type WordList } from "../api";
import { count, dateTime, Field, Refusal, useAction, useAlerts, useMessages, useView } from "../common";
import { contentWords } from "./words";

/** The list as it is written. */
export function ListForm({ list, mayChange, onSaved }: { list: WordList; mayChange: boolean; onSaved: () => void }) {
  const words = useMessages(contentWords);
  const { api, locale, timeZone } = useView();
  const alerts = useAlerts();
  const id = useId();
  const [content, setContent] = useState(list.content);
  const saving = useAction(async () => {
    await api.saveWordList({ content, ...(list.digest === undefined ? {} : { digest: list.digest }) });
    alerts.succeeded(words.saved);
    onSaved();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.run();
  };
  const isStale = saving.refusal instanceof ApiError && saving.refusal.isConflict;
  return (
    <Form className="agreements-form" onSubmit={submit} noValidate>
      <Refusal cause={saving.refusal} explanation={isStale ? words.stale : undefined} />
      <Field id={id} label={words.list} hint={words.listHint}>
        <TextArea
          id={id}
          aria-describedby={`${id}-hint`}
          value={content}
          dir="auto"
          rows={12}
          resizeOrientation="vertical"
          readOnlyVariant={mayChange ? undefined : "default"}
          spellCheck={false}
          onChange={(_event, value) => setContent(value)}
        />
      </Field>
      <TextContent>
        <Text className="agreements-hint">
          {words.count(count(list.entries, locale), list.entries)}
          {list.changedAt !== undefined && ` ${words.changed(dateTime(list.changedAt, locale, timeZone))}`}
          {list.entriesOfServer > 0 &&
            ` ${words.countOfServer(count(list.entriesOfServer, locale), list.entriesOfServer)}`}
        </Text>
      </TextContent>
      {mayChange && (
        <div>
          <Button type="submit" isDisabled={content === list.content || saving.isBusy} isLoading={saving.isBusy}>
            {words.save}
          </Button>
        </div>
      )}
    </Form>
  );
}
