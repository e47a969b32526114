import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { UserAgreement } from "../api";
import { DecisionLabel, languageName, useMessages, useView } from "../common";
import { momentWithZone } from "../ledger";
import { userWords } from "./words";
import "./user.css";

/** For each agreement what the user decided last, and what is still to be done. */
export function Standings({ agreements }: { agreements: readonly UserAgreement[] }) {
  const words = useMessages(userWords);
  const { locale } = useView();
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
                  {words.onVersion(String(agreement.standing.version))}
                </span>
              ) : (
                words.nothingDecided
              )}
            </Td>
            <Td dataLabel={words.when}>
              {agreement.standing ? momentWithZone(agreement.standing.decidedAt, locale) : "–"}
            </Td>
            <Td dataLabel={words.language}>
              {agreement.standing?.locale ? languageName(agreement.standing.locale, locale) : "–"}
            </Td>
            <Td dataLabel={words.outstanding}>
              <Outstanding agreement={agreement} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Outstanding({ agreement: { owed, offered } }: { agreement: UserAgreement }) {
  const words = useMessages(userWords);
  if (owed !== undefined) {
    return (
      <div>
        <Label isCompact color="orange">
          {words.owed(String(owed))}
        </Label>
        <div className="agreements-hint">{words.owedMeaning}</div>
      </div>
    );
  }
  if (offered !== undefined) {
    return (
      <div>
        <Label isCompact color="blue">
          {words.offered(String(offered))}
        </Label>
        <div className="agreements-hint">{words.offeredMeaning}</div>
      </div>
    );
  }
  return <>{words.clear}</>;
}
