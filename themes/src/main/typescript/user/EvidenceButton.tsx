import { Button } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { useState } from "react";
import { useAlerts, useMessages, useView } from "../common";
import { download } from "../common/asking/download";
import { userWords } from "./words";

/** Downloads what proves all records of a user to a court. */
export function EvidenceButton({ userId }: { userId: string }) {
  const words = useMessages(userWords);
  const { api } = useView();
  const alerts = useAlerts();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      download(await api.evidence(userId), `evidence-${userId}.zip`);
      alerts.succeeded(words.evidenceSaved);
    } catch (cause) {
      alerts.failed(words.evidenceFailed, cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <p>
      <Button
        variant="secondary"
        icon={<DownloadIcon />}
        isDisabled={isBusy}
        isLoading={isBusy}
        onClick={() => void save()}
      >
        {words.evidence}
      </Button>
      <span className="agreements-hint"> {words.evidenceHint}</span>
    </p>
  );
}
