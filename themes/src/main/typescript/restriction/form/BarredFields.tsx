import { Checkbox } from "@patternfly/react-core";
import type { BarredKind } from "../../api";
import { Choice, useMessages, useView } from "../../common";
import { restrictionWords } from "../words";
import { isPast, MomentField } from "./MomentField";

/** Asks what of the user is to be kept from being registered again, and until when. */
export function BarredFields({
  id,
  kinds,
  barred,
  until,
  mistakeIn,
  onBarred,
  onUntil,
}: {
  id: string;
  /** What the user has of which that can be said. */
  kinds: readonly BarredKind[];
  barred: readonly BarredKind[];
  until: string;
  /** What the server says against a field. */
  mistakeIn: (field: "barred" | "barredUntil") => string | undefined;
  onBarred: (barred: BarredKind[]) => void;
  onUntil: (until: string) => void;
}) {
  const { timeZone } = useView();
  const words = useMessages(restrictionWords);
  return (
    <>
      <Choice id={`${id}-barred`} legend={words.barredChoice} hint={words.barredHint} mistake={mistakeIn("barred")}>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            id={`${id}-${kind}`}
            label={words[`barred${kind}`]}
            isChecked={barred.includes(kind)}
            onChange={(_event, isChosen) =>
              onBarred(isChosen ? [...barred, kind] : barred.filter((each) => each !== kind))
            }
          />
        ))}
      </Choice>
      {barred.length > 0 && (
        <MomentField
          id={`${id}-barred-until`}
          label={words.barredUntil}
          hint={words.barredUntilHint(timeZone)}
          mistake={(isPast(until, timeZone) && words.past) || mistakeIn("barredUntil")}
          value={until}
          isRequired
          onChange={onUntil}
        />
      )}
    </>
  );
}
