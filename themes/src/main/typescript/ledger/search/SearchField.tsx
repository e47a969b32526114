import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
} from "@patternfly/react-core";
import { type ReactNode, useId } from "react";

/** A field of a search with its label, and below it what to type or what is wrong. */
export function SearchField({
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

/** One of a few things, or any. */
export function SearchChoice({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string;
  /** What stands there as long as none is chosen. */
  any: string;
  value: string;
  /** Values with their names. */
  options: readonly (readonly [string, string])[];
  onChange: (event: unknown, value: string) => void;
}) {
  return (
    <SearchField label={label}>
      {(input) => (
        <FormSelect {...input} value={value} onChange={onChange}>
          <FormSelectOption value="" label={any} />
          {options.map(([each, name]) => (
            <FormSelectOption key={each} value={each} label={name} />
          ))}
        </FormSelect>
      )}
    </SearchField>
  );
}
