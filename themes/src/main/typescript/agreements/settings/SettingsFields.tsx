import { FormSelect, FormSelectOption, TextArea, TextInput } from "@patternfly/react-core";
import { Field, useMessages } from "../../common";
import { mistakesIn, type SettingsDraft } from "./settings";
import { agreementWords } from "../words";

/** The settings of an agreement as fields of a form. */
export function SettingsFields({
  id,
  draft,
  isNew = false,
  isDisabled = false,
  isPublished = false,
  onChange,
}: {
  /** Begin of the ids of the fields. */
  id: string;
  draft: SettingsDraft;
  isNew?: boolean;
  isDisabled?: boolean;
  /** Whether users may have decided on it already: what they took note of is no consent, and stays so. */
  isPublished?: boolean;
  onChange: (draft: SettingsDraft) => void;
}) {
  const words = useMessages(agreementWords);
  const mistakes = mistakesIn(draft);
  const isToNote = draft.requirement === "ACKNOWLEDGEMENT";
  const wrong = (field: keyof SettingsDraft) => draft[field] !== "" && mistakes.has(field);
  const text = (field: keyof SettingsDraft) => ({
    id: `${id}-${field}`,
    "aria-describedby": `${id}-${field}-hint`,
    value: draft[field],
    isDisabled,
    validated: wrong(field) ? ("error" as const) : ("default" as const),
    onChange: (_event: unknown, value: string) => onChange({ ...draft, [field]: value }),
  });
  return (
    <>
      <Field
        id={`${id}-key`}
        label={words.key}
        isRequired={isNew}
        hint={words.keyHint}
        mistake={wrong("key") && words.keyWrong}
      >
        <TextInput {...text("key")} isRequired={isNew} isDisabled={isDisabled || !isNew} autoComplete="off" />
      </Field>
      <Field
        id={`${id}-requirement`}
        label={words.requirement}
        hint={[words[`requirementHint${draft.requirement}`], isPublished && isToNote && words.requirementFixed]
          .filter(Boolean)
          .join(" ")}
      >
        <FormSelect {...text("requirement")} isDisabled={isDisabled || (isPublished && isToNote)}>
          {!(isPublished && isToNote) && (
            <>
              <FormSelectOption value="REQUIRED" label={words.requirementREQUIRED} />
              <FormSelectOption value="OPTIONAL" label={words.requirementOPTIONAL} />
            </>
          )}
          {(!isPublished || isToNote) && (
            <FormSelectOption value="ACKNOWLEDGEMENT" label={words.requirementACKNOWLEDGEMENT} />
          )}
        </FormSelect>
      </Field>
      <Field
        id={`${id}-bindingLocale`}
        label={words.bindingLocale}
        isRequired
        hint={words.bindingLocaleHint}
        mistake={wrong("bindingLocale") && words.languageTagWrong}
      >
        <TextInput {...text("bindingLocale")} isRequired autoComplete="off" />
      </Field>
      <Field id={`${id}-position`} label={words.position} hint={words.positionHint}>
        <TextInput {...text("position")} type="number" min={0} />
      </Field>
      <Field id={`${id}-audienceType`} label={words.audience}>
        <FormSelect {...text("audienceType")}>
          <FormSelectOption value="EVERYBODY" label={words.audienceEVERYBODY} />
          <FormSelectOption value="CLIENTS" label={words.audienceCLIENTS} />
          <FormSelectOption value="ROLE" label={words.audienceROLE} />
        </FormSelect>
      </Field>
      {draft.audienceType === "CLIENTS" && (
        <Field id={`${id}-audienceNames`} label={words.audienceClients} isRequired>
          <TextArea {...text("audienceNames")} rows={3} isRequired resizeOrientation="vertical" />
        </Field>
      )}
      {draft.audienceType === "ROLE" && (
        <Field id={`${id}-audienceNames`} label={words.audienceRole} isRequired>
          <TextInput {...text("audienceNames")} isRequired autoComplete="off" />
        </Field>
      )}
      <Field
        id={`${id}-reacceptAfterDays`}
        label={words.reaccept}
        hint={words.reacceptHint}
        mistake={wrong("reacceptAfterDays") && words.reacceptWrong}
      >
        <TextInput {...text("reacceptAfterDays")} inputMode="numeric" autoComplete="off" />
      </Field>
    </>
  );
}
