import type { Coverage } from "../api";
import { count, percent, useMessages, useView } from "../common";
import { coverageWords } from "./words";
import "./coverage.css";

/** How many users have accepted, as a bar of one line with the percentage beside it. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const words = useMessages(coverageWords);
  const { locale } = useView();
  if (coverage.version === undefined) {
    return <span className="agreements-coverage-none">{words.barNone}</span>;
  }
  const { accepted, users, exact } = coverage;
  const share = exact ? percent(accepted, users, locale) : words.atLeast(percent(accepted, users, locale));
  return (
    <span className="agreements-coverage-bar" role="img" aria-label={words.barLabel(share, count(users, locale))}>
      <Track accepted={accepted} of={users} />
      <span>{share}</span>
    </span>
  );
}

/** The bar alone; what it says has to be said beside it. */
export function Track({ accepted, of }: { accepted: number; of: number }) {
  return (
    <span className="agreements-coverage-track" aria-hidden>
      <span style={{ inlineSize: `${of > 0 ? Math.min(100, (100 * accepted) / of) : 0}%` }} />
    </span>
  );
}
