import { Form, FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useId } from "react";
import type { Agreement, StatisticsDimension, StatisticsFilter, StatisticsMeasure } from "../api";
import { Field, useMessages } from "../common";
import { aboutAgreements, dimensionsOf, MEASURES } from "./measures";
import { statisticsWords } from "./words";

/** What is counted, of which agreement, by what and when. */
export function StatisticsChoice({
  agreements,
  filter,
  onChange,
}: {
  agreements: readonly Agreement[];
  filter: StatisticsFilter;
  onChange: (filter: StatisticsFilter) => void;
}) {
  const words = useMessages(statisticsWords);
  const id = useId();
  const { measure, agreement, dimension, from, to } = filter;
  const choose = (wanted: StatisticsMeasure) =>
    onChange({
      ...filter,
      measure: wanted,
      agreement: aboutAgreements(wanted) ? (agreement ?? agreements[0]?.key) : undefined,
      dimension: dimensionsOf(wanted).includes(dimension) ? dimension : "TOTAL",
    });
  return (
    <Form className="agreements-statistics-choice" onSubmit={(event) => event.preventDefault()}>
      <Field id={`${id}m`} label={words.measure}>
        <FormSelect id={`${id}m`} value={measure} onChange={(_, value) => choose(value as StatisticsMeasure)}>
          {MEASURES.map((each) => (
            <FormSelectOption key={each} value={each} label={words[`measure${each}`]} />
          ))}
        </FormSelect>
      </Field>
      {aboutAgreements(measure) && (
        <Field id={`${id}a`} label={words.agreement}>
          <FormSelect
            id={`${id}a`}
            value={agreement ?? ""}
            onChange={(_, value) => onChange({ ...filter, agreement: value })}
          >
            {agreements.map(({ key }) => (
              <FormSelectOption key={key} value={key} label={key} />
            ))}
          </FormSelect>
        </Field>
      )}
      <Field id={`${id}d`} label={words.dimension}>
        <FormSelect
          id={`${id}d`}
          value={dimension}
          onChange={(_, value) => onChange({ ...filter, dimension: value as StatisticsDimension })}
        >
          {dimensionsOf(measure).map((each) => (
            <FormSelectOption key={each} value={each} label={words[`dimension${each}`]} />
          ))}
        </FormSelect>
      </Field>
      <Field id={`${id}f`} label={words.from}>
        <TextInput
          id={`${id}f`}
          type="date"
          value={from ?? ""}
          max={to}
          onChange={(_, value) => onChange({ ...filter, from: value || undefined })}
        />
      </Field>
      <Field id={`${id}t`} label={words.to}>
        <TextInput
          id={`${id}t`}
          type="date"
          value={to ?? ""}
          min={from}
          onChange={(_, value) => onChange({ ...filter, to: value || undefined })}
        />
      </Field>
    </Form>
  );
}
