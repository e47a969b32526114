import { Button, Progress, Text } from "@patternfly/react-core";
import { ApiError, type Verification } from "../../api";
import { Alert, count, dateTime, percent, Refusal, useAction, useAlerts, useMessages, useView } from "../../common";
import { verificationWords } from "./words";

const VARIANTS = {
  RUNNING: "info",
  DONE: "success",
  CANCELLED: "info",
  FAILED: "danger",
  INTERRUPTED: "warning",
} as const;

/** How far a verification is, or what it came to, in words. */
export function VerificationStatus({
  verification,
  mayCancel,
  onChange,
  onStale,
}: {
  verification: Verification;
  mayCancel: boolean;
  onChange: (verification: Verification) => void;
  /** It has ended meanwhile. */
  onStale: () => void;
}) {
  const words = useMessages(verificationWords);
  const { api, locale, timeZone } = useView();
  const alerts = useAlerts();
  const { id, state, fromIndex, toIndex, done, startedAt, problem, result } = verification;
  const cancelling = useAction(async () => {
    try {
      onChange(await api.cancelVerification(id));
      alerts.succeeded(words.cancelled);
    } catch (cause) {
      if (cause instanceof ApiError && cause.isConflict) {
        onStale();
      }
      throw cause;
    }
  });
  const wrong = result?.wrong ?? 0;
  const all = toIndex - fromIndex;
  const share = done / Math.max(1, all);
  return (
    <>
      <Refusal cause={cancelling.refusal} />
      <div aria-live="polite">
        <Alert
          variant={wrong > 0 ? "danger" : VARIANTS[state]}
          isInline
          component="h2"
          title={wrong > 0 ? words.wrong(count(wrong, locale), wrong) : words[`state${state}`]}
        >
          {problem && <Text lang="en">{problem}</Text>}
          {result && (
            <Text>
              {words.looked(count(result.records, locale), result.records)}{" "}
              {result.signedSize === undefined ? words.notSigned : words.signed(count(result.signedSize, locale))}{" "}
              {result.keptSize === undefined ? words.agreesWithItself : words.agrees(count(result.keptSize, locale))}
            </Text>
          )}
        </Alert>
      </div>
      {state !== "DONE" && (
        <Progress
          title={words.progress(count(done, locale), count(all, locale))}
          value={share * 100}
          label={percent(share, 1, locale)}
          valueText={percent(share, 1, locale)}
        />
      )}
      <Text className="agreements-hint">
        {words.span(count(fromIndex, locale), count(toIndex, locale), dateTime(startedAt, locale, timeZone))}
      </Text>
      {state === "RUNNING" && mayCancel && (
        <Button variant="secondary" isDisabled={cancelling.isBusy} onClick={cancelling.run}>
          {words.cancel}
        </Button>
      )}
    </>
  );
}
