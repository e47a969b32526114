import { Button, Text } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { useState } from "react";
import { useAlerts } from "../../common/alerts/Alerts";
import { download } from "../../common/asking/download";
import { useLocale } from "../../common/language/Language";
import { languageName, useMessages } from "../../common/language/messages";
import { Paging } from "../../common/asking/Paging";
import { useLoaded } from "../../common/asking/useLoaded";
import { Waiting } from "../../common/asking/Waiting";
import { useAccount, useMoment } from "../AccountContext";
import type { MyRecord } from "../api";
import { Section } from "../Section";
import { accountWords } from "../words";
import { attentionOf, summaryOf } from "./summary";
import { agreementWords } from "./words";

const PAGE = 10;

/** All records of the user, the latest first. */
export function History({
  decisions,
  titles,
}: {
  /** How many decisions were taken on this page; each makes a record. */
  decisions: number;
  /** Of agreements, by key. */
  titles: ReadonlyMap<string, string>;
}) {
  const words = useMessages(agreementWords);
  const { api } = useAccount();
  const [first, setFirst] = useState(0);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a decision changes nothing in what is asked, but in what is answered
  const records = useLoaded(() => api.records({ first, max: PAGE + 1 }), [api, first, decisions]);
  return (
    <Section title={words.history} explanation={words.historyHint}>
      <Waiting for={records}>
        {(received) =>
          received.length === 0 && first === 0 ? (
            <Text>{words.historyNone}</Text>
          ) : (
            <div aria-busy={records.isLoading}>
              <ol className="agreements-records">
                {received.slice(0, PAGE).map((record) => (
                  <HistoryRecord key={record.id} record={record} titles={titles} />
                ))}
              </ol>
              {(first > 0 || received.length > PAGE) && (
                <Paging first={first} max={PAGE} received={received.length} onFirst={setFirst} />
              )}
            </div>
          )
        }
      </Waiting>
    </Section>
  );
}

function HistoryRecord({ record, titles }: { record: MyRecord; titles: ReadonlyMap<string, string> }) {
  const words = useMessages(agreementWords);
  const locale = useLocale();
  const when = useMoment()(record.occurredAt);
  const what = summaryOf(record, titles, words);
  const circumstances = [
    when,
    record.locale && words.inLanguage(languageName(record.locale, locale)),
    record.method && words[`method${record.method}`],
    attentionOf(record, words),
  ];
  return (
    <li>
      <div>
        <div>{what}</div>
        <div className="agreements-hint">{circumstances.filter(Boolean).join(" · ")}</div>
      </div>
      {record.type === "ACCEPTANCE" && <Receipt record={record} label={words.receiptOf(what, when)} />}
    </li>
  );
}

function Receipt({ record, label }: { record: MyRecord; label: string }) {
  const words = useMessages(agreementWords);
  const account = useMessages(accountWords);
  const alerts = useAlerts();
  const { api } = useAccount();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { content, name, isPreliminary } = await api.receipt(record.id);
      download(content, name);
      if (isPreliminary) {
        alerts.warned(words.receivedUnsigned, words.receivedUnsignedHint);
      } else {
        alerts.succeeded(words.received);
      }
    } catch (cause) {
      alerts.failed(account.notDone, cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="link"
      isInline
      icon={<DownloadIcon />}
      aria-label={label}
      isDisabled={isBusy}
      onClick={() => void save()}
    >
      {words.receipt}
    </Button>
  );
}
