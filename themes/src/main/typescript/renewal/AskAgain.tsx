import { Button } from "@patternfly/react-core";
import { useState } from "react";
import { count, useMessages, useView } from "../common";
import { AskAgainDialog, type AskAgainProps } from "./AskAgainDialog";
import { renewalWords } from "./words";

/** A button by which an administrator has users accept again. */
export function AskAgain({ onAsked, ...asked }: Omit<AskAgainProps, "onClose"> & { onAsked: () => void }) {
  const words = useMessages(renewalWords);
  const { locale } = useView();
  const [isAsking, setAsking] = useState(false);
  const { name, title, userIds } = asked;
  return (
    <>
      <Button
        variant={name === undefined ? "secondary" : "link"}
        isInline={name !== undefined}
        {...(name !== undefined && { "aria-label": words.askWhom(title) })}
        onClick={() => setAsking(true)}
      >
        {name === undefined ? words.askThese(count(userIds.length, locale), userIds.length) : words.ask}
      </Button>
      {isAsking && (
        <AskAgainDialog
          {...asked}
          onClose={(done) => {
            setAsking(false);
            if (done) {
              onAsked();
            }
          }}
        />
      )}
    </>
  );
}
