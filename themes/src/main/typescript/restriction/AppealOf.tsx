import { Label } from "@patternfly/react-core";
import type { UserAppeal } from "../api";
import { dateTime, useMessages, useView } from "../common";
import { restrictionWords } from "./words";

/** What a user says against a restriction, and what was said to that. */
export function AppealOf({ appeal: { text, at, outcome, answer, answeredAt } }: { appeal: UserAppeal }) {
  const words = useMessages(restrictionWords);
  const { locale, timeZone } = useView();
  return (
    <div className="agreements-restriction-appeal">
      <div className="agreements-restriction-head">
        <strong>{words.appeal}</strong>
        <Label isCompact color={outcome === undefined ? "purple" : "grey"}>
          {outcome === undefined ? words.appealWaits : words[`outcome${outcome}`]}
        </Label>
        <span className="agreements-hint">{dateTime(at, locale, timeZone)}</span>
      </div>
      <div dir="auto" className="agreements-restriction-words">
        {text}
      </div>
      {answer !== undefined && answeredAt !== undefined && (
        <>
          <div className="agreements-hint">{words.answeredAt(dateTime(answeredAt, locale, timeZone))}</div>
          <div dir="auto" className="agreements-restriction-words">
            {answer}
          </div>
        </>
      )}
    </div>
  );
}
