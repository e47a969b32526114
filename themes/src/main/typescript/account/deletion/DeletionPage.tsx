import { Button, PageSection, Text } from "@patternfly/react-core";
import { useRef } from "react";
import { ApiError } from "../../api";
import { Alert } from "../../common/alerts/Alert";
import { useAlerts } from "../../common/alerts/Alerts";
import { useMessages } from "../../common/language/messages";
import { Refusal } from "../../common/alerts/Refusal";
import { useAction } from "../../common/asking/useAction";
import { useLoaded } from "../../common/asking/useLoaded";
import { ViewHeader } from "../../common/parts/ViewHeader";
import { Nothing, Waiting } from "../../common/asking/Waiting";
import { useAccount, useMoment } from "../AccountContext";
import { type AccountProps, AccountView } from "../AccountView";
import type { MyApi, MyDeletion } from "../api";
import { Section } from "../Section";
import { type DeletionWords, deletionWords } from "./words";

const DELETION = "agreement-account-deletion";

/** What becomes of the account when its user leaves, and the way to it; or the way back while there is time. */
export function DeletionPage(props: AccountProps) {
  return (
    <AccountView {...props}>
      <Deletion />
    </AccountView>
  );
}

function Deletion() {
  const words = useMessages(deletionWords);
  const { api, access } = useAccount();
  const request = useLoaded(
    async () => ({ pending: access.deletionRequested ? await api.deletion() : undefined }),
    [api, access.deletionRequested],
  );
  const start = useRef<HTMLDivElement>(null);
  const kept = () => {
    request.replace({ pending: undefined });
    // The button that had the focus is gone.
    start.current?.focus();
  };
  return (
    <div ref={start} tabIndex={-1} className="agreements-start">
      <ViewHeader title={words.title} explanation={words.explanation} divider={false} />
      <Waiting for={request}>
        {({ pending }) => {
          if (pending) {
            return <Pending request={pending} onKept={kept} />;
          }
          return access.delete ? <Asking /> : <Nothing title={words.notAllowed}>{words.notAllowedHint}</Nothing>;
        }}
      </Waiting>
    </div>
  );
}

function Asking() {
  const words = useMessages(deletionWords);
  const { access, login } = useAccount();
  return (
    <>
      <Section title={words.erased}>
        <ul className="agreements-steps">
          <li>{words.erasedAccount}</li>
          <li>{words.erasedSessions}</li>
          <li>{access.recordsAhead === "ERASED" ? words.erasedRecords : words.erasedRecordsLater}</li>
          {access.eventsErased && <li>{words.erasedEvents}</li>}
        </ul>
      </Section>
      <Section title={words.kept}>
        <ul className="agreements-steps">
          <li>{words.keptRecords}</li>
          {access.recordsAhead === "HELD" && <li>{words.keptHeld}</li>}
          <li>{words.keptAdministrators}</li>
          {!access.eventsErased && <li>{words.keptEvents}</li>}
          <li>{words.keptLogs}</li>
        </ul>
      </Section>
      <Section title={words.when}>
        <Text>{access.coolingOffDays > 0 ? words.whenDays(access.coolingOffDays) : words.whenNow}</Text>
        <Text>{words.how}</Text>
        {access.export && <Text>{words.copyFirst}</Text>}
        <Button variant="danger" onClick={() => void login(DELETION)}>
          {words.act}
        </Button>
      </Section>
    </>
  );
}

function Pending({ request, onKept }: { request: MyDeletion; onKept: () => void }) {
  const words = useMessages(deletionWords);
  const alerts = useAlerts();
  const moment = useMoment();
  const { api, access } = useAccount();
  const { isBusy, refusal, run } = useAction(async () => {
    alerts.succeeded((await keep(api)) ? words.stays : words.gone);
    onKept();
  });
  return (
    <PageSection variant="light" className="agreements-account-section">
      <Alert isInline component="h2" variant="warning" title={words.pending}>
        <p>{words.pendingOn(moment(request.requestedAt))}</p>
        <p>{dueOf(request, words, moment)}</p>
      </Alert>
      {access.decide && (
        <>
          <Text>{words.change}</Text>
          <Button variant="secondary" isDisabled={isBusy} isLoading={isBusy} onClick={run}>
            {words.keep}
          </Button>
          <Refusal cause={refusal} />
        </>
      )}
    </PageSection>
  );
}

/** What becomes of the account, and when; a date that has come is not spoken of as one ahead. */
function dueOf({ held, dueAt }: MyDeletion, words: DeletionWords, moment: (millis: number) => string): string {
  if (held) {
    return words.held;
  }
  return dueAt <= Date.now() ? words.dueNow : words.due(moment(dueAt));
}

/** Gives back false if there was nothing to call off any more. */
async function keep(api: MyApi): Promise<boolean> {
  try {
    await api.keepAccount();
    return true;
  } catch (cause) {
    if (cause instanceof ApiError && cause.isMissing) {
      return false;
    }
    throw cause;
  }
}
