import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { DeletionRequest } from "../api";
import { dateTime, useMessages, useView } from "../common";
import { UserName } from "../ledger";
import { RequestActions } from "./RequestActions";
import { RequestState } from "./RequestState";
import { deletionWords } from "./words";

/** Deletion requests, with what can be done about each. */
export function RequestTable({
  requests,
  mayAct,
  onUser,
  onChanged,
}: {
  requests: readonly DeletionRequest[];
  mayAct: boolean;
  onUser?: ((userId: string) => void) | undefined;
  /** What was read before is out of date. */
  onChanged: () => void;
}) {
  const words = useMessages(deletionWords);
  const { locale, timeZone } = useView();
  return (
    <Table variant="compact" aria-label={words.title}>
      <Thead>
        <Tr>
          <Th modifier="wrap">{words.user}</Th>
          <Th modifier="wrap">{words.requestedAt}</Th>
          <Th modifier="wrap">{words.dueAt}</Th>
          <Th modifier="wrap">{words.state}</Th>
          {mayAct && <Th modifier="wrap">{words.actions}</Th>}
        </Tr>
      </Thead>
      <Tbody>
        {requests.map((request) => (
          <Tr key={request.userId}>
            <Td dataLabel={words.user}>
              <UserName userId={request.userId} username={request.username} onUser={onUser} />
            </Td>
            <Td dataLabel={words.requestedAt} modifier="nowrap">
              {dateTime(request.requestedAt, locale, timeZone)}
            </Td>
            <Td dataLabel={words.dueAt} modifier="nowrap">
              {dateTime(request.dueAt, locale, timeZone)}
            </Td>
            <Td dataLabel={words.state}>
              <RequestState request={request} />
            </Td>
            {mayAct && (
              <Td dataLabel={words.actions}>
                <RequestActions request={request} username={request.username ?? request.userId} onChanged={onChanged} />
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
