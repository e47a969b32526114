import { TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { ApiError, type Mailing } from "../api";
import {
  commonWords,
  Dialog,
  Field,
  Refusal,
  useAction,
  useAlerts,
  useLoaded,
  useMessages,
  usePolling,
  useView,
  Waiting,
} from "../common";
import { MailingOffer } from "./MailingOffer";
import { MailingProgress } from "./MailingProgress";
import { mailingWords } from "./words";

const USUAL_PER_MINUTE = 60;
const MOST_PER_MINUTE = 60_000;

interface MailingDialogProps {
  agreementKey: string;
  version: number;
  onClose: () => void;
}

/** Sends mail to users about a version, and says how far it is. It goes on when the dialog is closed. */
export function MailingDialog({ agreementKey, version, onClose }: MailingDialogProps) {
  const { api } = useView();
  const words = useMessages(mailingWords);
  const common = useMessages(commonWords);
  const alerts = useAlerts();
  const id = useId();
  const mailing = useLoaded(() => begun(api.mailing(agreementKey, version)), [api, agreementKey, version]);
  const [typed, setTyped] = useState<string>();
  const isRunning = mailing.value?.state === "RUNNING";
  usePolling(mailing.reload, isRunning && !mailing.isLoading);

  const rate = typed ?? String(mailing.value?.perMinute ?? USUAL_PER_MINUTE);
  const perMinute = perMinuteIn(rate);
  const changing = useAction(async () => {
    try {
      if (isRunning) {
        mailing.replace(await api.pauseMailing(agreementKey, version));
        alerts.succeeded(words.paused);
      } else {
        mailing.replace(await api.startMailing(agreementKey, version, perMinute ?? USUAL_PER_MINUTE));
        alerts.succeeded(words.started);
      }
    } catch (cause) {
      if (cause instanceof ApiError && cause.isConflict) {
        mailing.reload();
      }
      throw cause;
    }
  });

  const action = actionOn(mailing.value);
  return (
    <Dialog
      title={words.title(version)}
      action={action && words[action]}
      closing={mailing.value ? common.close : undefined}
      isBusy={changing.isBusy}
      isReady={isRunning || perMinute !== undefined}
      onAct={changing.run}
      onClose={onClose}
    >
      <Refusal cause={changing.refusal} />
      <Waiting for={mailing}>
        {(known) => (
          <>
            {known ? (
              <MailingProgress mailing={known} />
            ) : (
              <MailingOffer agreementKey={agreementKey} version={version} perMinute={perMinute} />
            )}
            {action && !isRunning && (
              <Field
                id={id}
                label={words.perMinute}
                hint={words.perMinuteHint}
                mistake={perMinute === undefined && words.perMinuteWrong}
                isRequired
              >
                <TextInput
                  id={id}
                  inputMode="numeric"
                  aria-describedby={`${id}-hint`}
                  value={rate}
                  isRequired
                  validated={perMinute === undefined ? "error" : "default"}
                  onChange={(_event, value) => setTyped(value)}
                />
              </Field>
            )}
          </>
        )}
      </Waiting>
    </Dialog>
  );
}

/** What can be done with a mailing: null if it was never begun, undefined if that is not known yet. */
function actionOn(mailing: Mailing | null | undefined): "start" | "pause" | "resume" | undefined {
  switch (mailing?.state) {
    case "RUNNING":
      return "pause";
    case "PAUSED":
    case "STOPPED":
      return "resume";
    case "DONE":
      return undefined;
    default:
      return mailing === null ? "start" : undefined;
  }
}

/** A mailing; null if it was never begun. */
async function begun(mailing: Promise<Mailing>): Promise<Mailing | null> {
  try {
    return await mailing;
  } catch (cause) {
    if (cause instanceof ApiError && cause.isMissing) {
      return null;
    }
    throw cause;
  }
}

/** How many a minute were typed; undefined if that is no number of mails. */
function perMinuteIn(typed: string): number | undefined {
  const value = Number(typed);
  return typed.trim() !== "" && Number.isInteger(value) && value > 0 && value <= MOST_PER_MINUTE ? value : undefined;
}
