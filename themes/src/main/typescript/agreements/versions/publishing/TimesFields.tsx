import { Checkbox, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { Field, useMessages, useView } from "../../../common";
import { agreementWords } from "../../words";
import { type Choice, type Moment, MOMENTS, type Plan } from "./publication";

/** Asks for each of the three moments, and whether users are asked again. */
export function TimesFields({
  id,
  plan,
  isNotice,
  onChange,
}: {
  /** Begin of the ids of the fields. */
  id: string;
  plan: Plan;
  /** Whether users take note of it, and no more. */
  isNotice: boolean;
  onChange: (plan: Plan) => void;
}) {
  const words = useMessages(agreementWords);
  return (
    <>
      {MOMENTS.map((moment) => (
        <MomentField
          key={moment}
          id={`${id}-${moment}`}
          moment={moment}
          isNotice={isNotice}
          choice={plan.timeline[moment]}
          onChange={(choice) => onChange({ ...plan, timeline: { ...plan.timeline, [moment]: choice } })}
        />
      ))}
      <Checkbox
        id={`${id}-material`}
        label={words.material}
        description={words.materialHint}
        isChecked={plan.material}
        onChange={(_event, material) => onChange({ ...plan, material })}
      />
    </>
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
  const { timeZone } = useView();
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
          <div>
            <TextInput
              type="datetime-local"
              aria-label={words.timeOf(label)}
              aria-describedby={`${id}-zone`}
              value={choice.time}
              isRequired
              onChange={(_event, time) => onChange({ ...choice, time })}
            />
            <div id={`${id}-zone`} className="agreements-hint">
              {words.timeZone(timeZone)}
            </div>
          </div>
        )}
      </div>
    </Field>
  );
}
