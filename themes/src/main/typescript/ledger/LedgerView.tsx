import { Divider, PageSection } from "@patternfly/react-core";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import { useMemo, useState } from "react";
import { ApiError } from "../api";
import {
  type Address,
  asked,
  BEGINNING,
  Nothing,
  type PageStart,
  type Place,
  useLoaded,
  useMessages,
  useView,
  View,
  ViewHeader,
  type ViewProps,
  Waiting,
} from "../common";
import { HoldsInForce } from "../hold";
import { Found, PAGE } from "./Found";
import { fieldsIn, filterOf, queryOf } from "./search/fields";
import { RecordSearch } from "./search/RecordSearch";
import { useTitles } from "./useTitles";
import { VerificationSection } from "./verification/VerificationSection";
import { ledgerWords } from "./words";

interface LedgerProps {
  /** Where the filter is kept; without it in the view alone. */
  address?: Address;
  /** Address of a place among the agreements; without it texts are named and no more. */
  hrefOf?: (place: Place) => string;
  /** Goes to the page of a user; without it users are named and no more. */
  onUser?: (userId: string) => void;
}

/** The ledger of a realm, to search, to page through and to take along. */
export function LedgerView({ address, hrefOf, onUser, ...props }: ViewProps & LedgerProps) {
  return (
    <View {...props}>
      <Allowed address={address} hrefOf={hrefOf} onUser={onUser} />
    </View>
  );
}

function Allowed({ address, ...props }: LedgerProps) {
  const { api } = useView();
  const access = useLoaded(() => api.access(), [api]);
  const [query, setQuery] = useState("");
  return (
    <Waiting for={access}>
      {({ viewUsers }) => <Ledger {...props} address={address ?? { query, go: setQuery }} mayLookUp={viewUsers} />}
    </Waiting>
  );
}

function Ledger({
  address: { query, go },
  mayLookUp,
  hrefOf,
  onUser,
}: LedgerProps & { address: Address; mayLookUp: boolean }) {
  const words = useMessages(ledgerWords);
  const { api, timeZone } = useView();
  const titles = useTitles();
  const [turned, setTurned] = useState<{ query: string; page: PageStart }>({ query, page: BEGINNING });
  const page = turned.query === query ? turned.page : BEGINNING;
  const filter = useMemo(() => filterOf(fieldsIn(query), timeZone, mayLookUp), [query, timeZone, mayLookUp]);
  const found = useLoaded(() => api.searchRecords({ ...filter, ...asked(page, PAGE) }), [api, filter, page]);

  if (found.error instanceof ApiError && found.error.isForbidden) {
    return (
      <>
        <ViewHeader title={words.title} />
        <Nothing title={words.forbidden} icon={LockIcon}>
          {words.forbiddenHint}
        </Nothing>
      </>
    );
  }
  const search = (wanted: string) => {
    setTurned({ query: wanted, page: BEGINNING });
    if (wanted === queryOf(fieldsIn(query))) {
      found.reload();
    } else {
      go(wanted);
    }
  };
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light">
        <RecordSearch
          query={query}
          titles={titles}
          mayLookUp={mayLookUp}
          onSearch={(wanted) => search(queryOf(wanted))}
        />
      </PageSection>
      <Divider />
      <HoldsInForce />
      <PageSection variant="light">
        <Found
          found={found}
          filter={filter}
          titles={titles}
          page={page}
          onPage={(wanted) => setTurned({ query, page: wanted })}
          hrefOf={hrefOf}
          onUser={onUser}
        />
      </PageSection>
      <Divider />
      <VerificationSection titles={titles} onUser={onUser} />
    </>
  );
}
