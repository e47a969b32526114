import { ModalVariant } from "@patternfly/react-core";
import { useId, useState } from "react";
import {
  Alert,
  count,
  dateTime,
  Dialog,
  Refusal,
  useAction,
  useAlerts,
  useLoaded,
  useMessages,
  useView,
} from "../../common";
import { ArticlesDiffer } from "./ArticlesDiffer";
import { IntentionFields } from "./publishing/IntentionFields";
import {
  firstPlan,
  intentionsFor,
  isMaterial,
  leavesNoTime,
  momentOf,
  type Moments,
  momentsOf,
  publicationOf,
} from "./publishing/publication";
import { TimelinePicture } from "./publishing/TimelinePicture";
import { TimesFields } from "./publishing/TimesFields";
import { type ReachInWords, useReach } from "./publishing/useReach";
import { publishingWords } from "./publishing/words";
import type { VersionDialogProps } from "./VersionDialogProps";
import { agreementWords } from "../words";

/** Asks what is meant by a publication, says what comes of it and for whom, and publishes. */
export function PublishDialog({ agreement, version, access, onClose, onDone }: VersionDialogProps) {
  const { api, timeZone } = useView();
  const words = useMessages(agreementWords);
  const alerts = useAlerts();
  const id = useId();
  const [surroundings] = useState(() => ({ now: Date.now(), zone: timeZone }));
  const [plan, setPlan] = useState(() => firstPlan(agreement, version, surroundings));
  const [reason, setReason] = useState(version.articlesDiffer ?? "");
  const outlines = useLoaded(() => api.outlines(agreement.key, version.number), [api, agreement.key, version.number]);
  const differs = outlines.value?.difference !== undefined;
  const { requirement } = agreement;
  const moments = momentsOf(plan, surroundings);
  const material = isMaterial(plan);
  const reach = useReach(agreement, version, { material, isAllowed: access.queryUsers });
  const publishing = useAction(async () => {
    const { edits } = version;
    const articlesDiffer = differs ? reason.trim() : "";
    try {
      await api.publish(
        agreement.key,
        version.number,
        publicationOf(moments ?? {}, { edits, material, articlesDiffer }),
      );
    } catch (cause) {
      outlines.reload();
      throw cause;
    }
    alerts.succeeded(words.published(version.number));
    onDone();
  });
  return (
    <Dialog
      title={words.publishTitle(version.number)}
      action={words.publish}
      size={ModalVariant.medium}
      isBusy={publishing.isBusy}
      isReady={moments !== undefined && (!differs || reason.trim() !== "")}
      onAct={publishing.run}
      onClose={onClose}
    >
      <Refusal cause={publishing.refusal} />
      <IntentionFields
        id={id}
        plan={plan}
        intentions={intentionsFor(agreement, version)}
        requirement={requirement}
        surroundings={surroundings}
        onChange={setPlan}
      />
      {plan.intention === "times" && (
        <TimesFields id={id} plan={plan} isNotice={requirement === "ACKNOWLEDGEMENT"} onChange={setPlan} />
      )}
      {differs && outlines.value && (
        <ArticlesDiffer id={`${id}-reason`} outlines={outlines.value} reason={reason} onChange={setReason} />
      )}
      {moments && (
        <TimelinePicture moments={moments} now={surroundings.now} requirement={requirement} isMaterial={material} />
      )}
      {moments && material && requirement !== "OPTIONAL" && leavesNoTime(moments, surroundings.now) && (
        <LockedOut moments={moments} reach={reach} />
      )}
      <Whom moments={moments ?? {}} reach={reach} isMaterial={material} />
    </Dialog>
  );
}

/** Warns of users who cannot go on from one moment to the next, once it is known how many: it is announced, once. There may be none. */
function LockedOut({ moments, reach: { users, isCounting } }: { moments: Moments; reach: ReachInWords }) {
  const words = useMessages(publishingWords);
  const { locale, timeZone } = useView();
  const at = momentOf(moments, "enforcedAt");
  return users === 0 || isCounting ? null : (
    <Alert
      variant="warning"
      isInline
      role="alert"
      title={words.noTimeTitle(at === undefined ? undefined : dateTime(at, locale, timeZone))}
    >
      {words.noTimeText(users === undefined ? undefined : count(users, locale), users ?? 0)}
    </Alert>
  );
}

/** How many users are asked, by what and from when. */
function Whom({ moments, reach, isMaterial }: { moments: Moments; reach: ReachInWords; isMaterial: boolean }) {
  const words = useMessages(agreementWords);
  const { locale, timeZone } = useView();
  const whenOf = (moment: "effectiveAt" | "enforcedAt") => {
    const at = momentOf(moments, moment);
    return at === undefined ? undefined : dateTime(at, locale, timeZone);
  };
  return (
    <Alert variant="info" isInline title={reach.title}>
      <p>{words.reachHow(whenOf("effectiveAt"), whenOf("enforcedAt"), isMaterial)}</p>
      {words.publishForGood}
    </Alert>
  );
}
