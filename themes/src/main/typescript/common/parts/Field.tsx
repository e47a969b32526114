import { FormGroup, FormHelperText, HelperText, HelperTextItem } from "@patternfly/react-core";
import type { ReactNode } from "react";

/** A field of a form with its label, and a hint or what is wrong with it. */
export function Field({
  id,
  label,
  hint,
  mistake,
  isRequired = false,
  children,
}: {
  /** Of the input; it is described by `${id}-hint`. */
  id: string;
  label: string;
  hint?: string | undefined;
  mistake?: string | false | undefined;
  isRequired?: boolean;
  children: ReactNode;
}) {
  return (
    <FormGroup fieldId={id} label={label} isRequired={isRequired}>
      {children}
      {(mistake || hint) && (
        <FormHelperText>
          <HelperText id={`${id}-hint`} isLiveRegion={Boolean(mistake)}>
            <HelperTextItem variant={mistake ? "error" : "default"} hasIcon={Boolean(mistake)}>
              {mistake || hint}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}
