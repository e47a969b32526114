import { AlertActionLink, Text } from "@patternfly/react-core";
import { Alert, messageOf, useMessages } from "../../common";
import type { WorkOnText } from "./useTextDraft";
import { agreementWords } from "../words";

/** Says that somebody else was faster, and lets choose whose words stay. */
export function Conflict({ work, onSaved }: { work: WorkOnText; onSaved: (isDone: boolean) => void }) {
  const words = useMessages(agreementWords);
  if (!work.conflict) {
    return null;
  }
  return (
    <Alert
      variant="warning"
      isInline
      role="alert"
      title={words.conflictTitle}
      actionLinks={
        <>
          <AlertActionLink onClick={work.takeTheirs}>{words.conflictReload}</AlertActionLink>
          <AlertActionLink onClick={() => void work.keepMine().then(onSaved)}>{words.conflictKeep}</AlertActionLink>
        </>
      }
    >
      <Text>{words.conflictText}</Text>
      <Text>{messageOf(work.conflict)}</Text>
    </Alert>
  );
}
