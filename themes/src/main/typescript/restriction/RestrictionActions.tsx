import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Restriction } from "../api";
import { useMessages } from "../common";
import { AnswerDialog } from "./dialog/AnswerDialog";
import { ChangeDialog } from "./dialog/ChangeDialog";
import { LiftDialog } from "./dialog/LiftDialog";
import { restrictionWords } from "./words";

const DIALOGS = { answer: AnswerDialog, change: ChangeDialog, lift: LiftDialog };
type Name = keyof typeof DIALOGS;

/** What can be done about a restriction: its appeal first, if there is one that waits. */
export function RestrictionActions({
  restriction,
  onChanged,
}: {
  restriction: Restriction;
  /** What was read before is out of date. */
  onChanged: () => void;
}) {
  const words = useMessages(restrictionWords);
  const [open, setOpen] = useState<Name>();
  const Shown = open && DIALOGS[open];
  const { effect, endedAt, userAppeal, username, userId, kind } = restriction;
  const name = username ?? userId;
  const offered: Name[] = [
    ...(userAppeal !== undefined && userAppeal.outcome === undefined ? (["answer"] as const) : []),
    ...(effect !== "NONE" && endedAt === undefined ? (["change", "lift"] as const) : []),
  ];
  return offered.length === 0 ? null : (
    <div className="agreements-actions">
      {offered.map((each) => (
        <Button
          key={each}
          variant={each === "answer" ? "secondary" : "link"}
          isInline={each !== "answer"}
          aria-label={words.actionOn(words[each], words[`kind${kind}`], name)}
          onClick={() => setOpen(each)}
        >
          {words[each]}
        </Button>
      ))}
      {Shown && (
        <Shown
          restriction={restriction}
          name={name}
          onClose={() => {
            setOpen(undefined);
            onChanged();
          }}
        />
      )}
    </div>
  );
}
