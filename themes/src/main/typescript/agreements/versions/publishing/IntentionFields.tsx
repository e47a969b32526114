import { FormSelect, FormSelectOption, Radio, TextInput } from "@patternfly/react-core";
import type { Requirement } from "../../../api";
import { Choice, dateTime, Field, useMessages, useView } from "../../../common";
import { endOf, type Intention, type Notice, NOTICES, type Plan, type Surroundings } from "./publication";
import { publishingWords } from "./words";

/** Asks what somebody has in mind, and how much notice users get. */
export function IntentionFields({
  id,
  plan,
  intentions,
  requirement,
  surroundings,
  onChange,
}: {
  /** Begin of the ids of the fields. */
  id: string;
  plan: Plan;
  intentions: readonly Intention[];
  requirement: Requirement;
  surroundings: Surroundings;
  onChange: (plan: Plan) => void;
}) {
  const words = useMessages(publishingWords);
  return (
    <>
      <Choice id={`${id}-intention`} legend={words.intention}>
        {intentions.map((intention) => (
          <Radio
            key={intention}
            id={`${id}-${intention}`}
            name={`${id}-intention`}
            label={words[`intention${intention}`](requirement)}
            description={<span id={`${id}-${intention}-hint`}>{words[`hint${intention}`]}</span>}
            aria-describedby={`${id}-${intention}-hint`}
            isChecked={plan.intention === intention}
            onChange={() => onChange({ ...plan, intention })}
          />
        ))}
      </Choice>
      {plan.intention === "announce" && (
        <NoticeFields id={id} plan={plan} surroundings={surroundings} onChange={onChange} />
      )}
    </>
  );
}

function NoticeFields({
  id,
  plan,
  surroundings,
  onChange,
}: {
  id: string;
  plan: Plan;
  surroundings: Surroundings;
  onChange: (plan: Plan) => void;
}) {
  const words = useMessages(publishingWords);
  const { locale, timeZone } = useView();
  const end = endOf(plan.notice, plan.day, surroundings);
  const isPast = end !== undefined && end <= surroundings.now;
  return (
    <>
      <Field id={`${id}-notice`} label={words.notice} hint={words.noticeHint(timeZone)}>
        <FormSelect
          id={`${id}-notice`}
          aria-describedby={`${id}-notice-hint`}
          value={plan.notice}
          onChange={(_event, value) => onChange({ ...plan, notice: noticeOf(value) })}
        >
          {NOTICES.map((days) => (
            <FormSelectOption
              key={days}
              value={days}
              label={words.noticeDays(days, dateTime(endOf(days, "", surroundings)!, locale, timeZone))}
            />
          ))}
          <FormSelectOption value="day" label={words.noticeDay} />
        </FormSelect>
      </Field>
      {plan.notice === "day" && (
        <Field id={`${id}-day`} label={words.day} mistake={isPast && words.dayPast} isRequired>
          <TextInput
            id={`${id}-day`}
            type="date"
            {...(isPast && { "aria-describedby": `${id}-day-hint` })}
            value={plan.day}
            isRequired
            validated={isPast ? "error" : "default"}
            onChange={(_event, day) => onChange({ ...plan, day })}
          />
        </Field>
      )}
    </>
  );
}

function noticeOf(value: string): Notice {
  return NOTICES.find((days) => String(days) === value) ?? "day";
}
