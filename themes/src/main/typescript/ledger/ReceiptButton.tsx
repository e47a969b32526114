import { Button } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { useState } from "react";
import type { LedgerRecord } from "../api";
import { useAlerts, useMessages, useView } from "../common";
import { download } from "../common/asking/download";
import { ledgerWords } from "./words";

/** Downloads what proves a record to others. */
export function ReceiptButton({ record }: { record: LedgerRecord }) {
  const words = useMessages(ledgerWords);
  const { api } = useView();
  const alerts = useAlerts();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { content, isSigned } = await api.receipt(record.id);
      download(content, `receipt-${record.id}.zip`);
      if (isSigned) {
        alerts.succeeded(words.receiptSaved);
      } else {
        alerts.warned(words.receiptUnsigned, words.receiptUnsignedHint);
      }
    } catch (cause) {
      alerts.failed(words.receiptFailed, cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="link" isInline icon={<DownloadIcon />} isDisabled={isBusy} onClick={() => void save()}>
      {words.receipt}
    </Button>
  );
}
