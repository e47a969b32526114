import { Label, type LabelProps } from "@patternfly/react-core";
import type { Restriction, RestrictionEffect } from "../api";
import { dateTime, useMessages, useView } from "../common";
import { restrictionWords } from "./words";

const COLORS: Record<RestrictionEffect, LabelProps["color"]> = {
  NONE: "grey",
  NOTIFIED: "blue",
  SUSPENDED: "orange",
  TERMINATED: "red",
};

/** What it is and what it means now, in words; the color only adds to them. */
export function RestrictionState({
  restriction: { kind, effect, until, ending, endedAt },
}: {
  restriction: Restriction;
}) {
  const words = useMessages(restrictionWords);
  const { locale, timeZone } = useView();
  const isMissed = kind === "NOTICE" && effect === "SUSPENDED";
  const end = endedAt ?? until;
  return (
    <>
      <strong>{words[`kind${kind}`]}</strong>
      <Label isCompact color={COLORS[effect]}>
        {isMissed ? words.effectMissed : words[`effect${effect}`]}
      </Label>
      {effect === "NONE" && end !== undefined && (
        <span className="agreements-hint">{words[`ended${ending ?? "BY_DATE"}`](dateTime(end, locale, timeZone))}</span>
      )}
    </>
  );
}
