import {
  Button,
  FormSelect,
  FormSelectOption,
  ToggleGroup,
  ToggleGroupItem,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useMemo, useState } from "react";
import type { Coverage, UserDecision, UserStatus } from "../api";
import {
  asked,
  BEGINNING,
  commonWords,
  count,
  dateTimeToTheSecond,
  dayAt,
  DecisionLabel,
  languageName,
  type PageStart,
  Paging,
  turned,
  useAlerts,
  useLoaded,
  useMessages,
  useView,
  Waiting,
} from "../common";
import { UserName } from "../ledger";
import { AskAgain } from "../renewal";
import { download } from "../common/asking/download";
import { byVersion, decisionsOn, usersWith } from "./figures";
import { fullName } from "./fullName";
import { coverageWords } from "./words";

const PAGE = 20;

/** Those for whom something is left to do come first. */
const statusesOf = (coverage: Coverage): readonly UserStatus[] => ["PENDING", ...decisionsOn(coverage)];

/** Nobody is asked again for what may be refused. */
const isRenewable = ({ requirement }: Coverage, status: UserStatus): boolean =>
  requirement !== "OPTIONAL" && (status === "ACCEPTED" || status === "ACKNOWLEDGED");

interface UsersByStatusProps {
  coverage: Coverage;
  onUser?: (userId: string) => void;
}

/** The users with one status, to page through and to take along. */
export function UsersByStatus({ coverage, onUser }: UsersByStatusProps) {
  const words = useMessages(coverageWords);
  const common = useMessages(commonWords);
  const { api, locale } = useView();
  const [{ status, version, page }, setWanted] = useState<{ status: UserStatus; version?: number; page: PageStart }>({
    status: "PENDING",
    page: BEGINNING,
  });
  const users = useLoaded(
    () => api.usersOf(coverage.key, { status, version, ...asked(page, PAGE) }),
    [api, coverage, status, version, page],
  );
  const access = useLoaded(() => api.access(), [api]);
  const versions = useMemo(() => byVersion(coverage.counts).map((counts) => counts.version), [coverage]);

  return (
    <>
      <Toolbar inset={{ default: "insetNone" }}>
        <ToolbarContent>
          <ToolbarItem>
            <ToggleGroup className="agreements-coverage-statuses" aria-label={words.status}>
              {statusesOf(coverage).map((each) => (
                <ToggleGroupItem
                  key={each}
                  text={`${common[`decision${each}`]} (${count(usersWith(each, coverage), locale)})`}
                  isSelected={each === status}
                  onChange={() => setWanted({ status: each, page: BEGINNING })}
                />
              ))}
            </ToggleGroup>
          </ToolbarItem>
          {status !== "PENDING" && versions.length > 1 && (
            <ToolbarItem>
              <FormSelect
                aria-label={words.version}
                value={version ?? ""}
                onChange={(_, value) =>
                  setWanted({ status, version: value === "" ? undefined : Number(value), page: BEGINNING })
                }
              >
                <FormSelectOption value="" label={words.allVersions} />
                {versions.map((each) => (
                  <FormSelectOption key={each} value={each} label={words.versionNumber(String(each))} />
                ))}
              </FormSelect>
            </ToolbarItem>
          )}
          <ToolbarItem>
            <CsvButton agreementKey={coverage.key} status={status} version={version} />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <Waiting for={users}>
        {(received) =>
          received.length === 0 && page.first === 0 ? (
            <p>{words[`usersNone${status}`]}</p>
          ) : (
            <div aria-busy={users.isLoading}>
              {access.value?.manageUsers && isRenewable(coverage, status) && (
                <AskAgain
                  agreementKey={coverage.key}
                  title={coverage.key}
                  userIds={received.slice(0, PAGE).map(({ userId }) => userId)}
                  onAsked={users.reload}
                />
              )}
              <UserTable users={received.slice(0, PAGE)} isPending={status === "PENDING"} onUser={onUser} />
              <Paging
                first={page.first}
                max={PAGE}
                received={received.length}
                onFirst={(first) =>
                  setWanted({ status, version, page: turned(page, first, received[PAGE - 1]?.cursor) })
                }
              />
            </div>
          )
        }
      </Waiting>
    </>
  );
}

function UserTable({
  users,
  isPending,
  onUser,
}: {
  users: readonly UserDecision[];
  isPending: boolean;
  onUser?: (userId: string) => void;
}) {
  const words = useMessages(coverageWords);
  const { locale, timeZone } = useView();
  const decision = isPending ? words.lastDecision : words.decision;
  return (
    <Table variant="compact" aria-label={words.users}>
      <Thead>
        <Tr>
          <Th modifier="wrap">{words.user}</Th>
          <Th modifier="wrap">{decision}</Th>
          <Th modifier="wrap">{words.language}</Th>
          <Th modifier="wrap">{words.when}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {users.map((user) => (
          <Tr key={user.userId}>
            <Td dataLabel={words.user}>
              <UserName userId={user.userId} username={user.username} onUser={onUser} />
              <Person user={user} />
            </Td>
            <Td dataLabel={decision}>
              {user.decision && user.version !== undefined ? (
                <span className="agreements-coverage-decision">
                  <DecisionLabel decision={user.decision} />
                  {words.versionNumber(String(user.version))}
                </span>
              ) : (
                words.none
              )}
            </Td>
            <Td dataLabel={words.language}>{user.locale ? languageName(user.locale, locale) : "–"}</Td>
            <Td dataLabel={words.when} modifier="nowrap">
              {user.decidedAt === undefined ? "–" : dateTimeToTheSecond(user.decidedAt, locale, timeZone)}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** Who that is, as far as it is known, and by which id the user is found in the ledger and by other programs. */
function Person({ user: { userId, username, firstName, lastName } }: { user: UserDecision }) {
  const name = fullName(firstName, lastName);
  return (
    <div className="agreements-hint agreements-coverage-person">
      {name && <bdi>{name}</bdi>}
      {username !== undefined && <code className="agreements-code">{userId}</code>}
    </div>
  );
}

function CsvButton({ agreementKey, status, version }: { agreementKey: string; status: UserStatus; version?: number }) {
  const words = useMessages(coverageWords);
  const { api, timeZone } = useView();
  const alerts = useAlerts();
  const [isBusy, setBusy] = useState(false);
  const fetchAndSave = async () => {
    setBusy(true);
    try {
      const name = [agreementKey, status.toLowerCase(), version, dayAt(Date.now(), timeZone)];
      download(await api.usersOfAsCsv(agreementKey, { status, version }), `${name.filter(Boolean).join("-")}.csv`);
    } catch (cause) {
      alerts.failed(words.csvFailed, cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      variant="secondary"
      icon={<DownloadIcon />}
      isLoading={isBusy}
      isDisabled={isBusy}
      onClick={() => void fetchAndSave()}
    >
      {words.csv}
    </Button>
  );
}
