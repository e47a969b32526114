import { Divider, PageSection } from "@patternfly/react-core";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import { useState } from "react";
import { ApiError, type LedgerRecord, type RecordFilter } from "../api";
import {
  asked,
  BEGINNING,
  type Loaded,
  Nothing,
  type PageStart,
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
import { HoldsInForce } from "../hold";
import { ledgerWords } from "./words";
import { RecordSearch } from "./RecordSearch";
import { RecordTable } from "./RecordTable";
import { useTitles } from "./useTitles";
import { VerificationSection } from "./verification/VerificationSection";

const PAGE = 20;

interface LedgerProps {
  /** Goes to the page of a user; without it users are named and no more. */
  onUser?: (userId: string) => void;
}

/** The ledger of a realm, to search and to page through. */
export function LedgerView({ onUser, ...props }: ViewProps & LedgerProps) {
  return (
    <View {...props}>
      <Ledger onUser={onUser} />
    </View>
  );
}

function Ledger({ onUser }: LedgerProps) {
  const words = useMessages(ledgerWords);
  const { api } = useView();
  const titles = useTitles();
  const [{ filter, page }, setWanted] = useState<{ filter: RecordFilter; page: PageStart }>({
    filter: {},
    page: BEGINNING,
  });
  const records = useLoaded(() => api.records({ ...filter, ...asked(page, PAGE) }), [api, filter, page]);

  if (records.error instanceof ApiError && records.error.isForbidden) {
    return (
      <>
        <ViewHeader title={words.title} />
        <Nothing title={words.forbidden} icon={LockIcon}>
          {words.forbiddenHint}
        </Nothing>
      </>
    );
  }
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light">
        <RecordSearch titles={titles} onSearch={(wanted) => setWanted({ filter: wanted, page: BEGINNING })} />
      </PageSection>
      <Divider />
      <HoldsInForce />
      <PageSection variant="light">
        <Found
          records={records}
          titles={titles}
          page={page}
          isFiltered={Object.keys(filter).length > 0}
          onPage={(wanted) => setWanted({ filter, page: wanted })}
          onUser={onUser}
        />
      </PageSection>
      <Divider />
      <VerificationSection titles={titles} onUser={onUser} />
    </>
  );
}

interface FoundProps extends LedgerProps {
  records: Loaded<LedgerRecord[]>;
  titles?: ReadonlyMap<string, string>;
  page: PageStart;
  isFiltered: boolean;
  onPage: (page: PageStart) => void;
}

function Found({ records, titles, page, isFiltered, onPage, onUser }: FoundProps) {
  const words = useMessages(ledgerWords);
  return (
    <Waiting for={records}>
      {(received) => (
        <div aria-busy={records.isLoading}>
          {received.length === 0 && page.first === 0 ? (
            <Nothing title={isFiltered ? words.noneFound : words.none}>
              {isFiltered ? words.noneFoundHint : words.noneHint}
            </Nothing>
          ) : (
            <>
              <RecordTable records={received.slice(0, PAGE)} titles={titles} onUser={onUser} />
              <Paging
                first={page.first}
                max={PAGE}
                received={received.length}
                onFirst={(first) => onPage(turned(page, first, received[PAGE - 1]?.id))}
              />
            </>
          )}
        </div>
      )}
    </Waiting>
  );
}
