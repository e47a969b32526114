import { TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { Dialog, Field, languageName, useMessages, useView } from "../../common";
import { isLanguageTag } from "../settings/settings";
import { agreementWords } from "../words";

/** Asks which language a text is to be added in. */
export function AddLanguage({
  suggestion,
  present,
  onClose,
  onAdd,
}: {
  suggestion: string;
  /** Languages there is a text in. */
  present: string[];
  onClose: () => void;
  onAdd: (locale: string) => void;
}) {
  const { locale } = useView();
  const words = useMessages(agreementWords);
  const id = useId();
  const [tag, setTag] = useState(suggestion);
  const isThere = present.some((other) => other.toLowerCase() === tag.toLowerCase());
  const isTag = isLanguageTag(tag);
  const mistake = tag !== "" && ((!isTag && words.languageTagWrong) || (isThere && words.languageThere));
  return (
    <Dialog
      title={words.addLanguageTitle}
      action={words.addLanguage}
      isReady={isTag && !isThere}
      onAct={() => onAdd(tag)}
      onClose={onClose}
    >
      <Field
        id={id}
        label={words.languageTag}
        isRequired
        hint={isTag ? languageName(tag, locale) : words.languageTagHint}
        mistake={mistake}
      >
        <TextInput
          id={id}
          aria-describedby={`${id}-hint`}
          value={tag}
          isRequired
          autoComplete="off"
          validated={mistake ? "error" : "default"}
          onChange={(_event, value) => setTag(value.trim())}
        />
      </Field>
    </Dialog>
  );
}
