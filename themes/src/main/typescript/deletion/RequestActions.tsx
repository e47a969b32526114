import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { useMessages } from "../common";
import { CarryOutDialog } from "./CarryOutDialog";
import { HoldDialog } from "./HoldDialog";
import { ReleaseDialog } from "./ReleaseDialog";
import type { RequestDialogProps } from "./RequestDialogProps";
import { deletionWords } from "./words";

const DIALOGS = { hold: HoldDialog, release: ReleaseDialog, carryOut: CarryOutDialog };

/** What can be done about a deletion request. */
export function RequestActions({
  request,
  username,
  onChanged,
}: Omit<RequestDialogProps, "onClose"> & {
  /** What was read before is out of date. */
  onChanged: () => void;
}) {
  const words = useMessages(deletionWords);
  const [open, setOpen] = useState<keyof typeof DIALOGS>();
  const Shown = open && DIALOGS[open];
  const [keep, keepName] = request.hold ? ([words.release, "release"] as const) : ([words.hold, "hold"] as const);
  const close = () => {
    setOpen(undefined);
    onChanged();
  };
  return (
    <div className="agreements-actions">
      {/* One button for both, so that the keyboard stays where it was when one takes the place of the other. */}
      <Button variant="link" isInline aria-label={words.actionOn(keep, username)} onClick={() => setOpen(keepName)}>
        {keep}
      </Button>
      {!request.hold && (
        <Button
          variant="link"
          isInline
          isDanger
          aria-label={words.actionOn(words.carryOut, username)}
          onClick={() => setOpen("carryOut")}
        >
          {words.carryOut}
        </Button>
      )}
      {Shown && <Shown request={request} username={username} onClose={close} />}
    </div>
  );
}
