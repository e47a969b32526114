import { Checkbox, FormSelect, FormSelectOption, ModalVariant, Text, TextInput } from "@patternfly/react-core";
import { useId, useState } from "react";
import { ApiError } from "../../api";
import {
  Alert,
  browserZone,
  count,
  Dialog,
  Field,
  messageOf,
  Refusal,
  toLocalInput,
  useAction,
  useAlerts,
  useLoaded,
  useMessages,
  useView,
} from "../../common";
import { ArticlesDiffer } from "./ArticlesDiffer";
import { type Choice, isComplete, type Moment, momentOf, MOMENTS, now, publicationOf } from "./publication";
import type { VersionDialogProps } from "./VersionDialogProps";
import { agreementWords } from "../words";

/** Asks when a version is to be published, says whom it touches, and publishes it. */
export function PublishDialog({ agreement, version, access, onClose, onDone }: VersionDialogProps) {
  const { api, locale } = useView();
  const words = useMessages(agreementWords);
  const alerts = useAlerts();
  const id = useId();
  const [timeline, setTimeline] = useState(() => now(toLocalInput(Date.now())));
  const [material, setMaterial] = useState(version.material);
  const [reason, setReason] = useState(version.articlesDiffer ?? "");
  const outlines = useLoaded(() => api.outlines(agreement.key, version.number), [api, agreement.key, version.number]);
  const differs = outlines.value?.difference !== undefined;
  const publishing = useAction(async () => {
    const { edits } = version;
    const articlesDiffer = differs ? reason.trim() : "";
    try {
      await api.publish(agreement.key, version.number, publicationOf(timeline, { edits, material, articlesDiffer }));
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
      isReady={isComplete(timeline) && (!differs || reason.trim() !== "")}
      onAct={publishing.run}
      onClose={onClose}
    >
      <Refusal cause={publishing.refusal} />
      {MOMENTS.map((moment) => (
        <MomentField
          key={moment}
          id={`${id}-${moment}`}
          moment={moment}
          isNotice={agreement.requirement === "ACKNOWLEDGEMENT"}
          choice={timeline[moment]}
          onChange={(choice) => setTimeline({ ...timeline, [moment]: choice })}
        />
      ))}
      {MOMENTS.some((moment) => timeline[moment].isTimed) && <Text>{words.timeZone(browserZone())}</Text>}
      <Checkbox
        id={`${id}-material`}
        label={words.material}
        description={words.materialHint}
        isChecked={material}
        onChange={(_event, checked) => setMaterial(checked)}
      />
      {differs && outlines.value && (
        <ArticlesDiffer id={`${id}-reason`} outlines={outlines.value} reason={reason} onChange={setReason} />
      )}
      <Alert
        variant="info"
        isInline
        title={access.queryUsers ? <Reach {...{ agreement, version, material }} /> : words.reachForbidden}
      >
        <p>{words.reachHow(momentOf(timeline, "effectiveAt"), momentOf(timeline, "enforcedAt"), material, locale)}</p>
        {words.publishForGood}
      </Alert>
    </Dialog>
  );
}

/** What is left to itself happens together with what comes before. */
const BEFORE = { publishedAt: "now", effectiveAt: "whenPublished", enforcedAt: "whenEffective" } as const;

function MomentField({
  id,
  moment,
  isNotice,
  choice,
  onChange,
}: {
  id: string;
  moment: Moment;
  isNotice: boolean;
  choice: Choice;
  onChange: (choice: Choice) => void;
}) {
  const words = useMessages(agreementWords);
  const label = isNotice && moment === "enforcedAt" ? words.enforcedAtNotice : words[moment];
  return (
    <Field id={id} label={label} hint={words[`${moment}Hint`]}>
      <div className="agreements-moment">
        <FormSelect
          id={id}
          aria-describedby={`${id}-hint`}
          value={choice.isTimed ? "time" : "before"}
          onChange={(_event, value) => onChange({ ...choice, isTimed: value === "time" })}
        >
          <FormSelectOption value="before" label={words[BEFORE[moment]]} />
          <FormSelectOption value="time" label={words.atTime} />
        </FormSelect>
        {choice.isTimed && (
          <TextInput
            type="datetime-local"
            aria-label={words.timeOf(label)}
            value={choice.time}
            isRequired
            onChange={(_event, time) => onChange({ ...choice, time })}
          />
        )}
      </div>
    </Field>
  );
}

function Reach({
  agreement,
  version,
  material,
}: Pick<VersionDialogProps, "agreement" | "version"> & { material: boolean }) {
  const { api, locale } = useView();
  const words = useMessages(agreementWords);
  const reach = useLoaded(
    () => api.reach(agreement.key, version.number, material),
    [api, agreement.key, version.number, material],
  );
  if (reach.error !== undefined) {
    const isForbidden = reach.error instanceof ApiError && reach.error.isForbidden;
    return <>{isForbidden ? words.reachForbidden : messageOf(reach.error)}</>;
  }
  if (reach.isLoading || !reach.value) {
    return <>{words.reachCounting}</>;
  }
  const { users, exact } = reach.value;
  if (users === 0) {
    return <>{words.reachNobody}</>;
  }
  const counted = count(users, locale);
  const { requirement } = agreement;
  return <>{exact ? words.reach(counted, users, requirement) : words.reachAtMost(counted, requirement)}</>;
}
