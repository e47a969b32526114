import { Button } from "@patternfly/react-core";
import CheckIcon from "@patternfly/react-icons/dist/esm/icons/check-icon";
import CopyIcon from "@patternfly/react-icons/dist/esm/icons/copy-icon";
import { useState } from "react";
import { useAlerts, useMessages } from "../common";
import { ledgerWords } from "./words";

/** Puts a text into the clipboard. Not there where the browser has none for the page, as it is without TLS. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const words = useMessages(ledgerWords);
  const alerts = useAlerts();
  const [isCopied, setCopied] = useState(false);
  if (!navigator.clipboard) {
    return null;
  }

  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      (cause: unknown) => alerts.failed(words.copy(what), cause),
    );
  return (
    <>
      <Button variant="plain" className="agreements-copy" aria-label={words.copy(what)} onClick={copy}>
        {isCopied ? <CheckIcon /> : <CopyIcon />}
      </Button>
      <span role="status">{isCopied && words.copied}</span>
    </>
  );
}
