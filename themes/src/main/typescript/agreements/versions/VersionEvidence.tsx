import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Version } from "../../api";
import { useAlerts, useMessages, useView } from "../../common";
import { download } from "../../common/asking/download";
import { agreementWords } from "../words";

/** Downloads what shows a court how a version read and how it was shown. */
export function VersionEvidence({ agreementKey, version: { number } }: { agreementKey: string; version: Version }) {
  const words = useMessages(agreementWords);
  const { api } = useView();
  const alerts = useAlerts();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      download(await api.versionEvidence(agreementKey, number), `evidence-${agreementKey}-${number}.zip`);
      alerts.succeeded(words.evidenceSaved);
    } catch (cause) {
      alerts.failed(words.evidenceFailed, cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="link"
      isInline
      isDisabled={isBusy}
      isLoading={isBusy}
      aria-label={words.evidenceOn(number)}
      onClick={() => void save()}
    >
      {words.evidence}
    </Button>
  );
}
