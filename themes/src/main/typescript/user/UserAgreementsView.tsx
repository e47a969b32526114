import { PageSection, Text, TextContent } from "@patternfly/react-core";
import { useState } from "react";
import { ApiError } from "../api";
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
  type ViewProps,
  Waiting,
  ZoneNote,
} from "../common";
import { UserDeletion } from "../deletion";
import { DisclosuresOf } from "../disclosure";
import { HoldsOf } from "../hold";
import { RecordTable } from "../ledger";
import { RestrictionsOf } from "../restriction";
import { userWords } from "./words";
import { EvidenceButton } from "./EvidenceButton";
import { Standings } from "./Standings";

const PAGE = 10;

/** What one user decided, what the user owes, and how it came about. */
export function UserAgreementsView({ userId, ...props }: ViewProps & { userId: string }) {
  return (
    <View {...props}>
      <UserAgreements key={userId} userId={userId} />
    </View>
  );
}

function UserAgreements({ userId }: { userId: string }) {
  const words = useMessages(userWords);
  const { api } = useView();
  const user = useLoaded(() => api.user(userId), [api, userId]);
  return (
    <PageSection variant="light">
      <ZoneNote />
      <Waiting for={user}>
        {({ username, agreements, deletion }) => (
          <>
            {deletion && <UserDeletion request={deletion} username={username ?? userId} onChanged={user.reload} />}
            {agreements.length === 0 ? (
              <Nothing title={words.noAgreements}>{words.noAgreementsHint}</Nothing>
            ) : (
              <>
                <Heading>{words.standings}</Heading>
                <Standings
                  agreements={agreements}
                  user={{ id: userId, name: username ?? userId }}
                  onChanged={user.reload}
                />
              </>
            )}
            <RestrictionsOf user={{ id: userId, name: username ?? userId }} onChanged={user.reload} />
            <DisclosuresOf userId={userId} />
            <HoldsOf subject={{ userId, name: username ?? userId }} />
            <Heading>{words.history}</Heading>
            <History userId={userId} titles={new Map(agreements.map(({ key, title }) => [key, title ?? key]))} />
          </>
        )}
      </Waiting>
    </PageSection>
  );
}

function History({ userId, titles }: { userId: string; titles: ReadonlyMap<string, string> }) {
  const words = useMessages(userWords);
  const { api } = useView();
  const [page, setPage] = useState(BEGINNING);
  const records = useLoaded(() => api.records({ user: userId, ...asked(page, PAGE) }), [api, userId, page]);
  if (records.error instanceof ApiError && records.error.isForbidden) {
    return <Text>{words.historyForbidden}</Text>;
  }
  return (
    <Waiting for={records}>
      {(received) =>
        received.length === 0 && page.first === 0 ? (
          <Text>{words.historyNone}</Text>
        ) : (
          <div aria-busy={records.isLoading}>
            <EvidenceButton userId={userId} />
            <RecordTable records={received.slice(0, PAGE)} titles={titles} isOfOneUser />
            <Paging
              first={page.first}
              max={PAGE}
              received={received.length}
              onFirst={(first) => setPage(turned(page, first, received[PAGE - 1]?.id))}
            />
          </div>
        )
      }
    </Waiting>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <TextContent className="agreements-user-heading">
      <Text component="h2">{children}</Text>
    </TextContent>
  );
}
