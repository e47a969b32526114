import type { Coverage } from "../api";
import { count, percent, useMessages, useView } from "../common";
import { done, shareDone } from "./figures";
import { coverageWords } from "./words";
import "./coverage.css";

/** How many users have done what an agreement asks for, as a bar of one line with the percentage beside it. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const words = useMessages(coverageWords);
  const { locale } = useView();
  if (coverage.version === undefined) {
    return <span className="agreements-coverage-none">{words.barNone}</span>;
  }
  const { users, exact, requirement } = coverage;
  const told = percent(shareDone(coverage), 100, locale);
  const share = exact ? told : words.atLeast(told);
  return (
    <span
      className="agreements-coverage-bar"
      role="img"
      aria-label={words[`bar${requirement}`](share, count(users, locale))}
    >
      <Track done={done(coverage)} of={users} />
      <span>{share}</span>
    </span>
  );
}

/** The bar alone; what it says has to be said beside it. */
export function Track({ done, of }: { done: number; of: number }) {
  return (
    <span className="agreements-coverage-track" aria-hidden>
      <span style={{ inlineSize: `${of > 0 ? Math.min(100, (100 * done) / of) : 0}%` }} />
    </span>
  );
}
