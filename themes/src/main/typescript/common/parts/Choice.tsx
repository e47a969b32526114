import { HelperText, HelperTextItem } from "@patternfly/react-core";
import type { ReactNode } from "react";

/** Boxes or buttons to choose from, told as one to who does not see them. */
export function Choice({
  id,
  legend,
  hint,
  mistake,
  children,
}: {
  id: string;
  legend: string;
  hint?: string;
  mistake?: string | undefined;
  children: ReactNode;
}) {
  const said = mistake ?? hint;
  return (
    <fieldset className="agreements-choice" {...(said && { "aria-describedby": `${id}-hint` })}>
      <legend>{legend}</legend>
      {children}
      {said && (
        <HelperText id={`${id}-hint`} isLiveRegion={Boolean(mistake)}>
          <HelperTextItem variant={mistake ? "error" : "default"} hasIcon={Boolean(mistake)}>
            {said}
          </HelperTextItem>
        </HelperText>
      )}
    </fieldset>
  );
}
