import { List, ListItem } from "@patternfly/react-core";
import type { RestrictionKind } from "../../api";
import { Alert, useMessages } from "../../common";
import { restrictionWords } from "../words";

/** What follows from a restriction: what its user will see, and which mail goes out. */
export function Consequences({ kind, isBarring = false }: { kind: RestrictionKind; isBarring?: boolean }) {
  const words = useMessages(restrictionWords);
  const all = {
    NOTICE: [words.noticeShown, words.noticeMissed],
    SUSPENSION: [words.sessionsEnd, words.suspensionShown, words.stillPossible],
    TERMINATION: [words.terminationForGood, words.sessionsEnd, words.terminationDeletion, words.stillPossible],
  }[kind];
  return (
    <div aria-live="polite">
      <Alert
        isInline
        component="h3"
        variant={kind === "NOTICE" ? "info" : kind === "SUSPENSION" ? "warning" : "danger"}
        title={words.follows}
      >
        <List>
          {[...all, ...(isBarring ? [words.barringFollows] : []), words.mailImposed, words.recorded].map((each) => (
            <ListItem key={each}>{each}</ListItem>
          ))}
        </List>
      </Alert>
    </div>
  );
}
