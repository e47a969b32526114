import { PageSection } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import {
  asked,
  BEGINNING,
  Nothing,
  Paging,
  turned,
  useLoaded,
  useMessages,
  useView,
  View,
  ViewHeader,
  type ViewProps,
  Waiting,
} from "../common";
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
  const [page, setPage] = useState(BEGINNING);
  const access = useLoaded(() => api.access(), [api]);
  const queue = useLoaded(() => api.deletionRequests(asked(page, PAGE)), [api, page]);
  const isBehindTheEnd = page.first > 0 && queue.value?.length === 0 && !queue.isLoading;
  useEffect(() => {
    if (isBehindTheEnd) {
      setPage((current) => turned(current, current.first - PAGE, undefined));
    }
  }, [isBehindTheEnd]);
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light">
        <Waiting for={queue}>
          {(received) =>
            received.length === 0 && page.first === 0 ? (
              <Nothing title={words.none}>{words.noneHint}</Nothing>
            ) : (
              <div aria-busy={queue.isLoading}>
                <RequestTable
                  requests={received.slice(0, PAGE)}
                  mayAct={access.value?.manageUsers ?? false}
                  onUser={onUser}
                  onChanged={queue.reload}
                />
                <Paging
                  first={page.first}
                  max={PAGE}
                  received={received.length}
                  onFirst={(first) => setPage(turned(page, first, received[PAGE - 1]?.cursor))}
                />
              </div>
            )
          }
        </Waiting>
      </PageSection>
    </>
  );
}
