import { useEffect, useId, useRef, useState } from "react";
import type { Decision } from "../api";
import { commonWords, count, dayInWords, tagOf, useMessages, useView } from "../common";
import { type Counts, type Day, dayOf, ticks, total } from "./figures";
import { coverageWords } from "./words";

const HEIGHT = 240;
const MARGIN = { top: 12, right: 16, bottom: 28, left: 56 };
/** Room a label of the lower axis needs. */
const LABEL = 96;
/** Before the chart knows how wide it may be. */
const WIDTH = 640;

/** The sums of all days, one decision on top of the other. */
export function Chart({ days, decisions }: { days: readonly Day[]; decisions: readonly Decision[] }) {
  const words = useMessages(coverageWords);
  const common = useMessages(commonWords);
  const { locale } = useView();
  const [figure, width] = useWidth();
  const id = useId();
  const start = days[0];
  const end = days.at(-1);
  if (!start || !end) {
    return null;
  }

  const levels = ticks(total(end.byDay));
  const from = start.number - 1;
  const scale = {
    x: (number: number) => MARGIN.left + ((width - MARGIN.left - MARGIN.right) * (number - from)) / (end.number - from),
    y: (value: number) =>
      HEIGHT - MARGIN.bottom - ((HEIGHT - MARGIN.top - MARGIN.bottom) * value) / (levels.at(-1) ?? 1),
  };
  const shown = decisions.filter((decision) => end.byDay[decision] > 0);
  return (
    <figure ref={figure} className="agreements-chart">
      <svg width={width} height={HEIGHT} role="img" aria-labelledby={`${id}title`} aria-describedby={`${id}summary`}>
        <title id={`${id}title`}>{words.chartLabel(dayInWords(start.day, locale), dayInWords(end.day, locale))}</title>
        <desc id={`${id}summary`}>
          {decisions.includes("ACKNOWLEDGED")
            ? words.chartSummaryAcknowledged(count(end.byDay.ACKNOWLEDGED, locale))
            : words.chartSummary(
                count(end.byDay.ACCEPTED, locale),
                count(end.byDay.DECLINED, locale),
                count(end.byDay.WITHDRAWN, locale),
              )}
        </desc>
        {levels.map((level) => (
          <g key={level}>
            <line x1={MARGIN.left} x2={width - MARGIN.right} y1={scale.y(level)} y2={scale.y(level)} />
            <text x={MARGIN.left - 8} y={scale.y(level)} dy="0.32em" textAnchor="end">
              {count(level, locale)}
            </text>
          </g>
        ))}
        {shown.map((decision) => (
          <path
            key={decision}
            data-status={decision}
            d={area(days, decisions.slice(0, decisions.indexOf(decision) + 1), scale, from)}
          />
        ))}
        {marks(start.number, end.number, width).map((number) => (
          <text key={number} x={scale.x(number)} y={HEIGHT - 8} textAnchor={number === end.number ? "end" : "middle"}>
            {shortDay(dayOf(number), locale)}
          </text>
        ))}
      </svg>
      <figcaption>
        {shown.map((decision) => (
          <span key={decision}>
            <span className="agreements-coverage-key" data-status={decision} aria-hidden />
            {common[`decision${decision}`]}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface Scale {
  x: (number: number) => number;
  y: (value: number) => number;
}

/** The surface between a decision's sums and those of the decisions below it: level from day to day, rising where one was made. */
function area(days: readonly Day[], upTo: readonly Decision[], scale: Scale, from: number): string {
  const upper = edge(days, scale, from, (counts) => together(counts, upTo));
  const lower = edge(days, scale, from, (counts) => together(counts, upTo.slice(0, -1))).reverse();
  return `M${[...upper, ...lower].map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}

function together(counts: Counts, decisions: readonly Decision[]): number {
  return decisions.reduce((sum, each) => sum + counts[each], 0);
}

function edge(
  days: readonly Day[],
  scale: Scale,
  from: number,
  valueOf: (counts: Counts) => number,
): [number, number][] {
  let before = 0;
  let last = from;
  const points: [number, number][] = [[scale.x(from), scale.y(0)]];
  for (const { number, byDay } of days) {
    if (number - 1 > last) {
      points.push([scale.x(number - 1), scale.y(before)]);
    }
    before = valueOf(byDay);
    last = number;
    points.push([scale.x(number), scale.y(before)]);
  }
  return points;
}

/** Which days the lower axis names: the last, and before it as many as there is room for. */
function marks(start: number, end: number, width: number): number[] {
  const room = Math.max(1, Math.floor((width - MARGIN.left - MARGIN.right) / LABEL));
  const step = Math.max(1, Math.ceil((end - start + 1) / room));
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => end - index * step);
}

function shortDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(tagOf(locale), { month: "short", day: "numeric", timeZone: "UTC" }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
}

/** How wide an element is, as it changes. */
function useWidth() {
  const element = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(WIDTH);
  useEffect(() => {
    if (!element.current || typeof ResizeObserver === "undefined") {
      return undefined;
    }
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) {
        setWidth(Math.round(entry.contentRect.width));
      }
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}
