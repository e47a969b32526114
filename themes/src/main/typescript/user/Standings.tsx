import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Standing, UserAgreement } from "../api";
import {
  dateTimeToTheSecond,
  DecisionLabel,
  languageName,
  type Place,
  useLoaded,
  useMessages,
  useView,
} from "../common";
import { AskAgain, TakeBack } from "../renewal";
import { userWords } from "./words";
import "./user.css";

/** For each agreement what the user decided last, and what is still to be done. */
export function Standings({
  agreements,
  user,
  hrefOf,
  onChanged,
}: {
  agreements: readonly UserAgreement[];
  user: { id: string; name: string };
  /** Address of a place among the agreements; without it texts are named and no more. */
  hrefOf?: ((place: Place) => string) | undefined;
  onChanged: () => void;
}) {
  const words = useMessages(userWords);
  const { api, locale, timeZone } = useView();
  const access = useLoaded(() => api.access(), [api]);
  return (
    <Table variant="compact" aria-label={words.agreements}>
      <Thead>
        <Tr>
          <Th modifier="wrap">{words.agreement}</Th>
          <Th modifier="wrap">{words.decision}</Th>
          <Th modifier="wrap">{words.when}</Th>
          <Th modifier="wrap">{words.language}</Th>
          <Th modifier="wrap">{words.outstanding}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {agreements.map((agreement) => (
          <Tr key={agreement.key}>
            <Td dataLabel={words.agreement}>
              <div dir="auto">{agreement.title ?? agreement.key}</div>
              <div className="agreements-hint">{agreement.key}</div>
            </Td>
            <Td dataLabel={words.decision}>
              {agreement.standing ? (
                <span className="agreements-user-decision">
                  <DecisionLabel decision={agreement.standing.decision} />
                  {hrefOf ? (
                    <a href={hrefOf(textOf(agreement.key, agreement.standing))}>
                      {words.onVersion(String(agreement.standing.version))}
                    </a>
                  ) : (
                    words.onVersion(String(agreement.standing.version))
                  )}
                </span>
              ) : (
                words.nothingDecided
              )}
            </Td>
            <Td dataLabel={words.when} modifier="nowrap">
              {agreement.standing ? dateTimeToTheSecond(agreement.standing.decidedAt, locale, timeZone) : "–"}
            </Td>
            <Td dataLabel={words.language}>
              {agreement.standing?.locale ? languageName(agreement.standing.locale, locale) : "–"}
            </Td>
            <Td dataLabel={words.outstanding}>
              <Outstanding agreement={agreement} />
              {access.value?.manageUsers && agreement.standing?.renewalReason !== undefined && (
                <div>
                  <TakeBack
                    agreementKey={agreement.key}
                    title={agreement.title ?? agreement.key}
                    user={user}
                    onTakenBack={onChanged}
                  />
                </div>
              )}
              {access.value?.manageUsers && isRenewable(agreement) && (
                <div>
                  <AskAgain
                    agreementKey={agreement.key}
                    title={agreement.title ?? agreement.key}
                    userIds={[user.id]}
                    name={user.name}
                    onAsked={onChanged}
                  />
                </div>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** The place of the very text that was decided on. */
function textOf(agreement: string, { version, locale }: Standing): Place {
  return { agreement, tab: "text", version, ...(locale !== undefined && { text: locale }) };
}

/** Nobody is asked again for what may be refused, nor for what has yet to be answered. */
function isRenewable({ requirement, standing, owed }: UserAgreement): boolean {
  return (
    requirement !== "OPTIONAL" &&
    owed === undefined &&
    (standing?.decision === "ACCEPTED" || standing?.decision === "ACKNOWLEDGED")
  );
}

function Outstanding({ agreement: { requirement, standing, owed, offered } }: { agreement: UserAgreement }) {
  const words = useMessages(userWords);
  const isToNote = requirement === "ACKNOWLEDGEMENT";
  if (owed !== undefined) {
    return (
      <div>
        <Label isCompact color="orange">
          {(isToNote ? words.owedToNote : words.owed)(String(owed))}
        </Label>
        <div className="agreements-hint">{words.owedMeaning}</div>
        {standing?.renewalReason !== undefined && (
          <div className="agreements-hint" dir="auto">
            {words.renewal(standing.renewalReason)}
          </div>
        )}
      </div>
    );
  }
  if (offered !== undefined) {
    return (
      <div>
        <Label isCompact color="blue">
          {(isToNote ? words.offeredToNote : words.offered)(String(offered))}
        </Label>
        <div className="agreements-hint">{words.offeredMeaning}</div>
      </div>
    );
  }
  return <>{words.clear}</>;
}
