import { Checkbox, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import type { Acceptance, VersionSettings } from "../../api";
import { Field, useMessages } from "../../common";
import { agreementWords } from "../words";

/** The settings of a version as fields of a form. */
export function VersionFields({
  id,
  settings,
  onChange,
}: {
  /** Begin of the ids of the fields. */
  id: string;
  settings: VersionSettings;
  onChange: (settings: VersionSettings) => void;
}) {
  const words = useMessages(agreementWords);
  return (
    <>
      <Field id={`${id}-label`} label={words.label} hint={words.labelHint}>
        <TextInput
          id={`${id}-label`}
          aria-describedby={`${id}-label-hint`}
          value={settings.label ?? ""}
          dir="auto"
          autoComplete="off"
          onChange={(_event, label) => onChange({ ...settings, label })}
        />
      </Field>
      <Checkbox
        id={`${id}-material`}
        label={words.material}
        description={words.materialHint}
        isChecked={settings.material}
        onChange={(_event, material) => onChange({ ...settings, material })}
      />
      <Field id={`${id}-acceptance`} label={words.acceptance}>
        <FormSelect
          id={`${id}-acceptance`}
          value={settings.acceptance}
          onChange={(_event, acceptance) => onChange({ ...settings, acceptance: acceptance as Acceptance })}
        >
          <FormSelectOption value="EXPLICIT" label={words.acceptanceEXPLICIT} />
          <FormSelectOption value="CONTINUED_USE" label={words.acceptanceCONTINUED_USE} />
        </FormSelect>
      </Field>
      <Checkbox
        id={`${id}-readToEnd`}
        label={words.readToEnd}
        description={words.readToEndHint}
        isChecked={settings.readToEnd}
        onChange={(_event, readToEnd) => onChange({ ...settings, readToEnd })}
      />
    </>
  );
}

/** The settings as they are sent: without a label that is empty. */
export function withoutEmptyLabel({ label, ...settings }: VersionSettings): VersionSettings {
  const trimmed = label?.trim();
  return trimmed ? { label: trimmed, ...settings } : settings;
}
