import { TextInput } from "@patternfly/react-core";
import { Field, fromLocalInput } from "../../common";

/** Whether a moment that was typed is over already. */
export function isPast(value: string, timeZone: string): boolean {
  const moment = fromLocalInput(value, timeZone);
  return moment !== undefined && moment <= Date.now();
}

/** Asks for a moment to come. */
export function MomentField({
  id,
  label,
  hint,
  mistake,
  value,
  isRequired = false,
  onChange,
}: {
  id: string;
  label: string;
  hint: string;
  mistake: string | false | undefined;
  value: string;
  isRequired?: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <Field id={id} label={label} hint={hint} mistake={mistake} isRequired={isRequired}>
      <TextInput
        id={id}
        aria-describedby={`${id}-hint`}
        type="datetime-local"
        value={value}
        isRequired={isRequired}
        validated={mistake ? "error" : "default"}
        onChange={(_event, changed) => onChange(changed)}
      />
    </Field>
  );
}
