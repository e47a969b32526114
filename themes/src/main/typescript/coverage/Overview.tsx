import type { Coverage } from "../api";
import { commonWords, count, dateTimeToTheSecond, percent, useMessages, useView } from "../common";
import { shareDone, shareOf, statusesOn, usersWith } from "./figures";
import { coverageWords } from "./words";

/** The numbers of all users, told as a share and as a bar of its parts. */
export function Overview({ coverage }: { coverage: Coverage }) {
  const words = useMessages(coverageWords);
  const { locale, timeZone } = useView();
  const { users, exact, requirement } = coverage;
  if (users === 0) {
    return <p>{words.noUsers}</p>;
  }
  const share = percent(shareDone(coverage), 100, locale);
  const all = count(users, locale);
  return (
    <>
      <p className="agreements-coverage-share">
        <strong>{exact ? share : words.atLeast(share)}</strong> {words[`done${requirement}`]}{" "}
        <span className="agreements-coverage-of">{exact ? words.ofUsers(all) : words.ofAtMost(all)}</span>
      </p>
      <Bar coverage={coverage} />
      <Numbers coverage={coverage} />
      {!exact && <p className="agreements-hint">{words.inexact}</p>}
      <p className="agreements-hint">
        {words.meaning} {words.counted(dateTimeToTheSecond(coverage.countedAt, locale, timeZone))}
      </p>
    </>
  );
}

/** Only for the eye: the numbers below say the same. */
function Bar({ coverage }: { coverage: Coverage }) {
  return (
    <div className="agreements-coverage-parts" aria-hidden>
      {statusesOn(coverage)
        .filter((status) => usersWith(status, coverage) > 0)
        .map((status) => (
          <span key={status} data-status={status} style={{ flexGrow: usersWith(status, coverage) }} />
        ))}
    </div>
  );
}

function Numbers({ coverage }: { coverage: Coverage }) {
  const common = useMessages(commonWords);
  const words = useMessages(coverageWords);
  const { locale } = useView();
  return (
    <dl className="agreements-coverage-numbers">
      {statusesOn(coverage).map((status) => {
        const users = usersWith(status, coverage);
        const number = count(users, locale);
        return (
          <div key={status}>
            <dt>
              <span className="agreements-coverage-key" data-status={status} aria-hidden />
              {common[`decision${status}`]}
            </dt>
            <dd>
              <strong>{status === "PENDING" && !coverage.exact ? words.atMost(number) : number}</strong>{" "}
              <span className="agreements-coverage-of">{percent(shareOf(status, coverage), 100, locale)}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
