import { Button } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import type { RecordFilter } from "../../api";
import { useState } from "react";
import { dayAt, useAlerts, useMessages, useView } from "../../common";
import { download } from "../../common/asking/download";
import { searchWords } from "./words";

const FILES = [
  { ending: "csv", type: "text/csv" },
  { ending: "ndjson", type: "application/x-ndjson" },
] as const;

/** Takes along all records that a filter means. */
export function FileButtons({ filter }: { filter: RecordFilter }) {
  const words = useMessages(searchWords);
  const { api, realm, timeZone } = useView();
  const alerts = useAlerts();
  const [busy, setBusy] = useState<string>();
  const fetchAndSave = async ({ ending, type }: (typeof FILES)[number]) => {
    setBusy(ending);
    try {
      download(await api.recordsAs(type, filter), `ledger-${realm}-${dayAt(Date.now(), timeZone)}.${ending}`);
    } catch (cause) {
      alerts.failed(words.fileFailed, cause);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <div className="agreements-files">
      {FILES.map((file) => (
        <Button
          key={file.ending}
          variant="secondary"
          icon={<DownloadIcon />}
          isLoading={busy === file.ending}
          isDisabled={busy !== undefined}
          onClick={() => void fetchAndSave(file)}
        >
          {words[file.ending]}
        </Button>
      ))}
      <span className="agreements-hint">{words.fileHint}</span>
    </div>
  );
}
