import { PageSection } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { Nothing, Paging, useLoaded, useMessages, useView, View, ViewHeader, type ViewProps, Waiting } from "../common";
import { RequestTable } from "./RequestTable";
import { deletionWords } from "./words";
import "./deletion.css";

const PAGE = 20;

interface QueueProps {
  /** Goes to the page of a user; without it users are named and no more. */
  onUser?: (userId: string) => void;
}

/** The users of a realm who want their accounts deleted, and what can be done about it. */
export function DeletionRequestsView({ onUser, ...props }: ViewProps & QueueProps) {
  return (
    <View {...props}>
      <Queue onUser={onUser} />
    </View>
  );
}

function Queue({ onUser }: QueueProps) {
  const words = useMessages(deletionWords);
  const { api } = useView();
  const [first, setFirst] = useState(0);
  const access = useLoaded(() => api.access(), [api]);
  const queue = useLoaded(() => api.deletionRequests({ first, max: PAGE + 1 }), [api, first]);
  const isBehindTheEnd = first > 0 && queue.value?.length === 0 && !queue.isLoading;
  useEffect(() => {
    if (isBehindTheEnd) {
      setFirst(first - PAGE);
    }
  }, [isBehindTheEnd, first]);
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light">
        <Waiting for={queue}>
          {(received) =>
            received.length === 0 && first === 0 ? (
              <Nothing title={words.none}>{words.noneHint}</Nothing>
            ) : (
              <div aria-busy={queue.isLoading}>
                <RequestTable
                  requests={received.slice(0, PAGE)}
                  mayAct={access.value?.manageUsers ?? false}
                  onUser={onUser}
                  onChanged={queue.reload}
                />
                <Paging first={first} max={PAGE} received={received.length} onFirst={setFirst} />
              </div>
            )
          }
        </Waiting>
      </PageSection>
    </>
  );
}
