import { Progress, Text } from "@patternfly/react-core";
import type { Mailing } from "../api";
import { Alert, count, dateTime, percent, useMessages, useView } from "../common";
import { mailingWords } from "./words";

const VARIANTS = { RUNNING: "info", PAUSED: "info", STOPPED: "danger", DONE: "success" } as const;

/** How far a mailing is. */
export function MailingProgress({ mailing }: { mailing: Mailing }) {
  const { locale, timeZone } = useView();
  const words = useMessages(mailingWords);
  const { state, sent, failed, users, perMinute, startedAt, finishedAt, problem } = mailing;
  const handled = sent + failed;
  const isDone = state === "DONE";
  // The number of users was estimated: it may have come out different.
  const share = isDone ? 1 : handled / Math.max(users, handled + 1);
  return (
    <>
      <div aria-live="polite">
        <Alert variant={VARIANTS[state]} isInline component="h2" title={words[`state${state}`]}>
          {problem && <Text>{problem}</Text>}
          <Text>{words[`state${state}Hint`]}</Text>
        </Alert>
      </div>
      <Progress
        title={isDone ? words.sentInAll(count(sent, locale)) : words.sentOf(count(sent, locale), count(users, locale))}
        value={share * 100}
        label={percent(share, 1, locale)}
        valueText={percent(share, 1, locale)}
        {...(isDone && { variant: "success" })}
      />
      {failed > 0 && <Text>{words.failed(count(failed, locale), failed)}</Text>}
      <Text className="agreements-hint">
        {finishedAt === undefined
          ? words.begun(dateTime(startedAt, locale, timeZone), count(perMinute, locale))
          : words.finished(dateTime(startedAt, locale, timeZone), dateTime(finishedAt, locale, timeZone))}
      </Text>
    </>
  );
}
