import {
  Button,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
} from "@patternfly/react-core";
import { type ReactNode, useState } from "react";
import type { LegalHold } from "../api";
import { dateTime, useMessages, useView } from "../common";
import { LiftDialog } from "./LiftDialog";
import { holdWords } from "./words";

/** One hold in force, with what can be done about it. */
export function HoldCard({
  hold,
  mayLift,
  onChanged,
}: {
  hold: LegalHold;
  mayLift: boolean;
  /** What was read before is out of date. */
  onChanged: () => void;
}) {
  const words = useMessages(holdWords);
  const { locale, timeZone } = useView();
  const [isLifting, setLifting] = useState(false);
  const subject = hold.agreement ? words.onAgreement(hold.agreement) : words.onUser(hold.username ?? hold.userId ?? "");
  const close = () => {
    setLifting(false);
    onChanged();
  };
  return (
    <li className="agreements-hold">
      <div className="agreements-hold-subject">
        <Label isCompact color="orange">
          {words.held}
        </Label>
        <span dir="auto">{subject}</span>
      </div>
      <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: "7rem" }}>
        <Entry term={words.reason}>
          <span dir="auto" className="agreements-hold-reason">
            {hold.reason}
          </span>
        </Entry>
        <Entry term={words.by}>
          {words.byWhen(hold.administrator ?? hold.placedBy, dateTime(hold.placedAt, locale, timeZone))}
        </Entry>
        <Entry term={words.ends}>
          {hold.until === undefined ? words.whenLifted : dateTime(hold.until, locale, timeZone)}
        </Entry>
      </DescriptionList>
      {mayLift && (
        <Button variant="link" isInline aria-label={words.liftOf(subject)} onClick={() => setLifting(true)}>
          {words.lift}
        </Button>
      )}
      {isLifting && <LiftDialog hold={hold} subject={subject} onClose={close} />}
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
