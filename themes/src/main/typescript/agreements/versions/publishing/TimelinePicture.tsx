import { useId } from "react";
import type { Requirement } from "../../../api";
import { dateTime, useMessages, useView } from "../../../common";
import { leavesNoTime, type Moment, type Moments, type Step, stepsOf } from "./publication";
import { publishingWords } from "./words";

const WIDTH = 320;
const HEIGHT = 40;
const MARGIN = 16;
const RADIUS = 11;

/** What happens when: a line that grows stronger with every step, and the steps in words. */
export function TimelinePicture({
  moments,
  now,
  requirement,
  isMaterial,
}: {
  moments: Moments;
  now: number;
  requirement: Requirement;
  isMaterial: boolean;
}) {
  const words = useMessages(publishingWords);
  const { locale, timeZone } = useView();
  const id = useId();
  const steps = stepsOf(moments);
  const mayWait = isMaterial && requirement !== "OPTIONAL" && !leavesNoTime(moments, now);
  const whatOf = (moment: Moment) => {
    switch (moment) {
      case "enforcedAt":
        return isMaterial ? words.stepenforcedAt(requirement) : words.stepCorrection;
      case "publishedAt":
      case "effectiveAt":
        return words[`step${moment}`];
    }
  };
  const said = steps.map(({ at, moments: these }) => {
    const isBeforeTheLast = these.includes("publishedAt") && !these.includes("enforcedAt");
    const what = [...these.map(whatOf), ...(mayWait && isBeforeTheLast ? [words.stepMayWait] : [])];
    return {
      key: these[0],
      when: at === undefined ? words.now : dateTime(at, locale, timeZone),
      what: what.join(words.and),
    };
  });
  return (
    <figure className="agreements-timeline">
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-labelledby={`${id}title`}
        aria-describedby={`${id}summary`}
      >
        <title id={`${id}title`}>{words.timeline}</title>
        <desc id={`${id}summary`}>{said.map(({ when, what }) => words.step(when, what)).join(" ")}</desc>
        <Line steps={steps} />
      </svg>
      <figcaption>
        <ol>
          {said.map(({ key, when, what }) => (
            <li key={key}>
              <strong>{when}</strong> <span>{what}</span>
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  );
}

/** From now on to the right; numbers are those of the steps in words, and every stage has a stroke of its own. */
function Line({ steps }: { steps: readonly Step[] }) {
  const beginsLater = steps[0]?.at !== undefined;
  const places = steps.length + (beginsLater ? 1 : 0);
  const x = (place: number) => MARGIN + (place * (WIDTH - 2 * MARGIN)) / places;
  const middle = HEIGHT / 2;
  const first = beginsLater ? 1 : 0;
  return (
    <>
      {beginsLater && (
        <>
          <line data-stage="hidden" x1={x(0)} x2={x(1)} y1={middle} y2={middle} />
          <line data-stage="begin" x1={x(0)} x2={x(0)} y1={middle - 6} y2={middle + 6} />
        </>
      )}
      {steps.map(({ moments }, index) => (
        <line
          key={moments[0]}
          data-stage={moments.at(-1)}
          x1={x(first + index)}
          x2={x(first + index + 1)}
          y1={middle}
          y2={middle}
        />
      ))}
      <path d={`M${String(x(places) - 8)} ${String(middle - 8)}l9 8l-9 8`} />
      {steps.map(({ moments }, index) => (
        <g key={moments[0]}>
          <circle cx={x(first + index)} cy={middle} r={RADIUS} />
          <text x={x(first + index)} y={middle} dy="0.35em" textAnchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
    </>
  );
}
