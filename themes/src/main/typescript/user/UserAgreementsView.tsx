import { PageSection, Text, TextContent } from "@patternfly/react-core";
import { useState } from "react";
import { ApiError } from "../api";
import { Nothing, Paging, useLoaded, useMessages, useView, View, type ViewProps, Waiting } from "../common";
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
  const [first, setFirst] = useState(0);
  const records = useLoaded(() => api.records({ user: userId, first, max: PAGE + 1 }), [api, userId, first]);
  if (records.error instanceof ApiError && records.error.isForbidden) {
    return <Text>{words.historyForbidden}</Text>;
  }
  return (
    <Waiting for={records}>
      {(received) =>
        received.length === 0 && first === 0 ? (
          <Text>{words.historyNone}</Text>
        ) : (
          <div aria-busy={records.isLoading}>
            <EvidenceButton userId={userId} />
            <RecordTable records={received.slice(0, PAGE)} titles={titles} isOfOneUser />
            <Paging first={first} max={PAGE} received={received.length} onFirst={setFirst} />
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
