import { Button, FormGroup, Text } from "@patternfly/react-core";
import { type ChangeEvent, useId, useState } from "react";
import { Field, useMessages } from "../../../common";
import { readText, type NoText } from "./readText";
import { hasTemplates, type Template, templateIn, TEMPLATES } from "../template/templates";
import { guideWords } from "../words";

/** What a text can begin with: a template, or a file. */
export function Beginnings({
  language,
  isEmpty,
  onBegin,
}: {
  language: string;
  /** Whether nothing would be replaced. */
  isEmpty: boolean;
  onBegin: (content: string) => void;
}) {
  const words = useMessages(guideWords);
  const id = useId();
  const [refusal, setRefusal] = useState<NoText>();
  const begin = (content: string) => {
    if (isEmpty || window.confirm(words.replaceText)) {
      onBegin(content);
    }
  };
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (file) {
      const read = await readText(file);
      setRefusal("refusal" in read ? read.refusal : undefined);
      if ("words" in read) {
        begin(read.words);
      }
      // So that the same file can be chosen again after it was corrected.
      input.value = "";
    }
  };
  const template = (one: Template) => (
    <Button key={one} variant="secondary" onClick={() => begin(templateIn(one, language))}>
      {words[`template${one}`]}
    </Button>
  );
  return (
    <div className="agreements-beginnings">
      {hasTemplates(language) && (
        <FormGroup role="group" fieldId={`${id}-templates`} label={words.beginWith}>
          <div className="agreements-actions">{TEMPLATES.map(template)}</div>
          <Text className="agreements-hint">{words.templateCaution}</Text>
        </FormGroup>
      )}
      <Field
        id={`${id}-file`}
        label={words.fromFile}
        hint={`${words.fileHint} ${words.beginHint}`}
        mistake={refusal && words[refusal]}
      >
        <input
          id={`${id}-file`}
          type="file"
          className="agreements-file"
          accept=".md,.markdown,.txt,text/markdown,text/plain"
          aria-describedby={`${id}-file-hint`}
          onChange={(event) => void take(event)}
        />
      </Field>
    </div>
  );
}
