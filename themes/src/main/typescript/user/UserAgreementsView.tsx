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
import { type RecordLinks, RecordTable, useTitles } from "../ledger";
import { RestrictionsOf } from "../restriction";
import { userWords } from "./words";
import { EvidenceButton } from "./EvidenceButton";
import { Standings } from "./Standings";

const PAGE = 10;

interface UserAgreementsProps extends Pick<RecordLinks, "hrefOf"> {
  userId: string;
}

/** What one user decided, what the user owes, and how it came about. */
export function UserAgreementsView({ userId, hrefOf, ...props }: ViewProps & UserAgreementsProps) {
  return (
    <View {...props}>
      <UserAgreements key={userId} userId={userId} hrefOf={hrefOf} />
    </View>
  );
}

function UserAgreements({ userId, hrefOf }: UserAgreementsProps) {
  const words = useMessages(userWords);
  const { api } = useView();
  const titles = useTitles();
  // Who may not see agreements gets no titles, and no way to their texts.
  const texts = titles !== undefined && titles.size > 0 ? hrefOf : undefined;
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
                  hrefOf={texts}
                  onChanged={user.reload}
                />
              </>
            )}
            <RestrictionsOf user={{ id: userId, name: username ?? userId }} onChanged={user.reload} />
            <DisclosuresOf userId={userId} />
            <HoldsOf subject={{ userId, name: username ?? userId }} />
            <Heading>{words.history}</Heading>
            <History
              userId={userId}
              titles={new Map([...agreements.map(({ key, title }) => [key, title ?? key] as const), ...(titles ?? [])])}
              hrefOf={texts}
            />
          </>
        )}
      </Waiting>
    </PageSection>
  );
}

function History({ userId, titles, hrefOf }: UserAgreementsProps & { titles: ReadonlyMap<string, string> }) {
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
            <RecordTable records={received.slice(0, PAGE)} titles={titles} isOfOneUser hrefOf={hrefOf} />
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
