import { Button } from "@patternfly/react-core";
import AngleDownIcon from "@patternfly/react-icons/dist/esm/icons/angle-down-icon";
import { ExpandableRowContent, Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useId, useState } from "react";
import type { LedgerRecord } from "../api";
import { dateTimeToTheSecond, type Place, useMessages, useView } from "../common";
import { ledgerWords } from "./words";
import { RecordDetails } from "./RecordDetails";
import { agreementOf, isLastOfUser, summaryOf } from "./summary";
import { UserName } from "./UserName";
import "./ledger.css";

/** Where a record leads to. */
export interface RecordLinks {
  /** Address of a place among the agreements; without it texts are named and no more. */
  hrefOf?: (place: Place) => string;
  /** Goes to the page of a user; without it users are named and no more. */
  onUser?: (userId: string) => void;
}

interface RecordTableProps extends RecordLinks {
  records: readonly LedgerRecord[];
  /** Titles of agreements by key. */
  titles?: ReadonlyMap<string, string>;
  /** Where all records are one user's there is no column that says whose. */
  isOfOneUser?: boolean;
}

/** Records, each of which can be opened. */
export function RecordTable({ records, titles, isOfOneUser = false, hrefOf, onUser }: RecordTableProps) {
  const words = useMessages(ledgerWords);
  return (
    <Table variant="compact" aria-label={words.records} className="agreements-records">
      <Thead>
        <Tr>
          <Th screenReaderText={words.details} />
          <Th modifier="wrap">{words.time}</Th>
          <Th modifier="wrap">{words.what}</Th>
          {!isOfOneUser && <Th modifier="wrap">{words.user}</Th>}
          <Th modifier="wrap">{words.agreement}</Th>
          <Th modifier="wrap">{words.how}</Th>
        </Tr>
      </Thead>
      {records.map((record) => (
        <RecordRows
          key={record.id}
          record={record}
          title={titles?.get(agreementOf(record) ?? "")}
          isOfOneUser={isOfOneUser}
          hrefOf={hrefOf}
          onUser={onUser}
        />
      ))}
    </Table>
  );
}

interface RecordRowsProps extends RecordLinks {
  record: LedgerRecord;
  title?: string;
  isOfOneUser: boolean;
}

function RecordRows({ record, title, isOfOneUser, hrefOf, onUser }: RecordRowsProps) {
  const words = useMessages(ledgerWords);
  const { locale, timeZone } = useView();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const time = dateTimeToTheSecond(record.occurredAt, locale, timeZone);
  const what = summaryOf(record, words);
  return (
    <Tbody isExpanded={isOpen}>
      <Tr>
        <Td className="pf-v5-c-table__toggle">
          <Button
            variant="plain"
            className={isOpen ? "pf-m-expanded" : ""}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={words.open(what, time)}
            onClick={() => setOpen(!isOpen)}
          >
            <span className="pf-v5-c-table__toggle-icon agreements-record-toggle">
              <AngleDownIcon />
            </span>
          </Button>
        </Td>
        <Td dataLabel={words.time} modifier="nowrap">
          {time}
        </Td>
        <Td dataLabel={words.what}>{what}</Td>
        {!isOfOneUser && (
          <Td dataLabel={words.user}>
            <Person record={record} onUser={onUser} />
          </Td>
        )}
        <Td dataLabel={words.agreement}>{title ?? agreementOf(record) ?? "–"}</Td>
        <Td dataLabel={words.how}>{record.method ? (words[`method${record.method}`] ?? record.method) : "–"}</Td>
      </Tr>
      {isOpen && (
        <Tr isExpanded id={id}>
          <Td />
          <Td colSpan={isOfOneUser ? 4 : 5}>
            <ExpandableRowContent>
              <RecordDetails record={record} title={title} hrefOf={hrefOf} onUser={onUser} />
            </ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
}

function Person({ record, onUser }: { record: LedgerRecord; onUser?: (userId: string) => void }) {
  const words = useMessages(ledgerWords);
  if (!record.userId) {
    return <>–</>;
  }
  return (
    <>
      <UserName userId={record.userId} username={record.username} onUser={isLastOfUser(record) ? undefined : onUser} />
      {!record.username && <div className="agreements-absent">{words.nameAbsent}</div>}
    </>
  );
}
