import { useEffect, useId, useRef, useState } from "react";
import type { Decision } from "../api";
import { commonWords, count, dayInWords, tagOf, useMessages, useView } from "../common";
import { type Counts, type Day, dayOf, ticks, total } from "./figures";
import { coverageWords } from "./words";

const HEIGHT = 240;
const MARGIN = { top: 12, right: 16, bottom: 28, left: 56 };
/** Room a label of the lower axis needs. */
const LABEL = 96;
/** A day is never drawn wider than one of so many. */
const FEWEST_DAYS = 7;
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
  const from = Math.min(start.number, end.number + 1 - FEWEST_DAYS);
  const dayWidth = (width - MARGIN.left - MARGIN.right) / (end.number + 1 - from);
  const scale = {
    x: (number: number) => MARGIN.left + dayWidth * (number - from),
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
            d={area(days, decisions.slice(0, decisions.indexOf(decision) + 1), scale)}
          />
        ))}
        {marks(from, end.number, width).map((number) => {
          const isCut = number === end.number && dayWidth < LABEL / 2;
          return (
            <text
              key={number}
              x={scale.x(number + (isCut ? 1 : 0.5))}
              y={HEIGHT - 8}
              textAnchor={isCut ? "end" : "middle"}
            >
              {shortDay(dayOf(number), locale)}
            </text>
          );
        })}
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
  /** Where a day begins. */
  x: (number: number) => number;
  y: (value: number) => number;
}

/** The surface between a decision's sums and those of the decisions below it: level throughout each day. */
function area(days: readonly Day[], upTo: readonly Decision[], scale: Scale): string {
  const upper = edge(days, scale, (counts) => together(counts, upTo));
  const lower = edge(days, scale, (counts) => together(counts, upTo.slice(0, -1))).reverse();
  return `M${[...upper, ...lower].map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}

function together(counts: Counts, decisions: readonly Decision[]): number {
  return decisions.reduce((sum, each) => sum + counts[each], 0);
}

/** A step for each day: the sum by its end stands over the whole of it, and until the next day on which something changes. */
function edge(days: readonly Day[], scale: Scale, valueOf: (counts: Counts) => number): [number, number][] {
  return days.flatMap<[number, number]>(({ number, byDay }, index) => {
    const y = scale.y(valueOf(byDay));
    const until = days[index + 1]?.number ?? number + 1;
    return [
      [scale.x(number), y],
      [scale.x(until), y],
    ];
  });
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
