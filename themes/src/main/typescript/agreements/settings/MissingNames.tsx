import { Label } from "@patternfly/react-core";
import type { Agreement } from "../../api";
import { Alert, useMessages } from "../../common";
import { agreementWords } from "../words";

/** That an audience has names of nothing there is, with what to look at. */
export function MissingNames({ agreement: { audience } }: { agreement: Agreement }) {
  const words = useMessages(agreementWords);
  const missing = audience?.missing ?? [];
  return missing.length === 0 || audience?.type === undefined || audience.type === "EVERYBODY" ? null : (
    <Alert className="agreements-missing" variant="warning" isInline title={words.audienceMissingTitle}>
      {words[`audienceMissing${audience.type}`](missing.join(", "))}
    </Alert>
  );
}

/** The same in two words. */
export function MissingNamesLabel({ agreement: { audience } }: { agreement: Agreement }) {
  const words = useMessages(agreementWords);
  return (audience?.missing ?? []).length === 0 ? null : (
    <Label isCompact color="orange">
      {words.unknownName}
    </Label>
  );
}
