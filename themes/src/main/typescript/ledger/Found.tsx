import { Button } from "@patternfly/react-core";
import { ApiError, type FoundRecords, type RecordFilter } from "../api";
import { type Loaded, Nothing, type PageStart, Paging, turned, useMessages, Waiting } from "../common";
import { Alert } from "../common/alerts/Alert";
import { type RecordLinks, RecordTable } from "./RecordTable";
import { FileButtons } from "./search/FileButtons";
import { searchWords } from "./search/words";
import { ledgerWords } from "./words";

/** How many records a page shows. */
export const PAGE = 20;

interface FoundProps extends RecordLinks {
  found: Loaded<FoundRecords>;
  filter: RecordFilter;
  titles?: ReadonlyMap<string, string>;
  page: PageStart;
  onPage: (page: PageStart) => void;
}

/** A page of the records that were found, or why there is none. */
export function Found({ found, filter, titles, page, onPage, ...links }: FoundProps) {
  const words = useMessages(ledgerWords);
  const ways = useMessages(searchWords);
  const isFiltered = Object.keys(filter).length > 0;
  if (isOfTooMany(found.error)) {
    return (
      <div role="status">
        <Nothing title={ways.tooManyUsers}>{ways.tooManyUsersHint}</Nothing>
      </div>
    );
  }
  return (
    <Waiting for={found}>
      {({ records, stoppedAt }) => (
        <div aria-busy={found.isLoading}>
          {records.length === 0 && page.first === 0 && stoppedAt === undefined ? (
            <Nothing title={isFiltered ? words.noneFound : words.none}>
              {isFiltered ? words.noneFoundHint : words.noneHint}
            </Nothing>
          ) : (
            <>
              <FileButtons filter={filter} />
              {records.length > 0 ? (
                <RecordTable records={records.slice(0, PAGE)} titles={titles} {...links} />
              ) : (
                stoppedAt === undefined && <p role="status">{ways.noneFurther}</p>
              )}
              {stoppedAt !== undefined && (
                <Stopped
                  onGoOn={() => onPage({ first: page.first + records.length, before: [...page.before, stoppedAt] })}
                />
              )}
              <Paging
                first={page.first}
                max={PAGE}
                received={records.length}
                onFirst={(first) => onPage(turned(page, first, records[PAGE - 1]?.id))}
              />
            </>
          )}
        </div>
      )}
    </Waiting>
  );
}

function Stopped({ onGoOn }: { onGoOn: () => void }) {
  const words = useMessages(searchWords);
  return (
    <Alert
      variant="info"
      isInline
      isLiveRegion
      component="h3"
      title={words.stopped}
      actionLinks={
        <Button variant="link" isInline onClick={onGoOn}>
          {words.goOn}
        </Button>
      }
    >
      {words.stoppedHint}
    </Alert>
  );
}

/** Whether more users match than the server looks at; it begins with the name of the parameter that it does not take. */
function isOfTooMany(error: unknown): boolean {
  return error instanceof ApiError && error.status === 400 && error.message.startsWith("search matches more than");
}
