import { Alert } from "@patternfly/react-core";
import { messageOf, useMessages } from "../common";
import { agreementWords } from "./words";

/** Why the server refused, in its own words; nothing if it did not. */
export function Refusal({ cause }: { cause: unknown }) {
  const words = useMessages(agreementWords);
  return cause === undefined ? null : (
    <Alert variant="danger" isInline isLiveRegion title={words.refused} className="agreements-refusal">
      {messageOf(cause)}
    </Alert>
  );
}
