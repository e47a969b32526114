import { Button } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { ApiError } from "../../api";
import { useAlerts } from "../../common/alerts/Alerts";
import { download } from "../../common/asking/download";
import { useMessages } from "../../common/language/messages";
import { Refusal, TooSoon } from "../../common/alerts/Refusal";
import { useAction } from "../../common/asking/useAction";
import { useAccount } from "../AccountContext";
import { Section } from "../Section";
import { dataWords } from "./words";

/** All data about the user in one file. */
export function Export() {
  const words = useMessages(dataWords);
  const alerts = useAlerts();
  const { api } = useAccount();
  const { isBusy, refusal, run } = useAction(async () => {
    const { content, name } = await api.export();
    download(content, name);
    alerts.succeeded(words.exported);
  });
  return (
    <Section title={words.export} explanation={words.exportHint}>
      <Button variant="secondary" icon={<DownloadIcon />} isDisabled={isBusy} isLoading={isBusy} onClick={run}>
        {words.exportAct}
      </Button>
      <NotGiven cause={refusal} />
    </Section>
  );
}

/** Asked for again within a minute is nothing to be sorry for. */
function NotGiven({ cause }: { cause: unknown }) {
  const words = useMessages(dataWords);
  const seconds = cause instanceof ApiError && cause.isTooSoon ? cause.retryAfter : undefined;
  return seconds !== undefined && seconds <= 60 && cause instanceof ApiError ? (
    <TooSoon cause={cause} explanation={words.waitSeconds(seconds)} />
  ) : (
    <Refusal cause={cause} />
  );
}
