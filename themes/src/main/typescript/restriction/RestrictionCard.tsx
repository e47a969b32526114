import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { Restriction } from "../api";
import { dateTime, useMessages, useView } from "../common";
import { UserName } from "../ledger";
import { AppealOf } from "./AppealOf";
import { RestrictionActions } from "./RestrictionActions";
import { RestrictionState } from "./RestrictionState";
import { restrictionWords } from "./words";

/** One restriction: what, why, until when, what its user says to it, and what can be done. */
export function RestrictionCard({
  restriction,
  isOfOneUser,
  mayAct,
  onUser,
  onChanged,
}: {
  restriction: Restriction;
  isOfOneUser: boolean;
  mayAct: boolean;
  onUser?: ((userId: string) => void) | undefined;
  /** What was read before is out of date. */
  onChanged: () => void;
}) {
  const words = useMessages(restrictionWords);
  const { locale, timeZone } = useView();
  const { userId, username, kind, grounds, facts, article, appeal, attribute, barred } = restriction;
  return (
    <li className="agreements-restriction">
      <div className="agreements-restriction-head">
        <RestrictionState restriction={restriction} />
        {!isOfOneUser && <UserName userId={userId} {...(username !== undefined && { username })} onUser={onUser} />}
      </div>
      <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: "9rem" }}>
        <Entry term={words.grounds}>{grounds.map((ground) => words[`ground${ground}`]).join("; ")}</Entry>
        <Entry term={words.facts}>
          <span dir="auto" className="agreements-restriction-words">
            {facts}
          </span>
        </Entry>
        <Entry term={words.article}>
          <span dir="auto">{article}</span>
        </Entry>
        {appeal !== undefined && (
          <Entry term={words.elsewhere}>
            <span dir="auto" className="agreements-restriction-words">
              {appeal}
            </span>
          </Entry>
        )}
        {attribute !== undefined && (
          <Entry term={words.attribute}>
            <code>{attribute}</code>
          </Entry>
        )}
        <Entry term={words.decided}>
          {words.byWhen(
            restriction.administrator ?? restriction.imposedBy,
            dateTime(restriction.from, locale, timeZone),
          )}
        </Entry>
        <Entry term={words[`until${kind}`]}>
          {restriction.until === undefined ? words.whenLifted : dateTime(restriction.until, locale, timeZone)}
        </Entry>
        {barred !== undefined && barred.length > 0 && restriction.barredUntil !== undefined && (
          <Entry term={words.barred}>
            {words.barredUntilWhen(
              barred.map((each) => words[`barred${each}`]).join(", "),
              dateTime(restriction.barredUntil, locale, timeZone),
            )}
          </Entry>
        )}
      </DescriptionList>
      {restriction.userAppeal && <AppealOf appeal={restriction.userAppeal} />}
      {mayAct && <RestrictionActions restriction={restriction} onChanged={onChanged} />}
    </li>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}
