import { Button, PageSection } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Agreement, Coverage } from "../../api";
import {
  AgreementTitle,
  isolated,
  type Navigation,
  Nothing,
  StateLabel,
  useLoaded,
  useMessages,
  useView,
  ViewHeader,
  Waiting,
} from "../../common";
import { CoverageBar } from "../../coverage";
import { Link } from "../Link";
import { MissingNamesLabel } from "../settings/MissingNames";
import { leadingVersion } from "../versions/versions";
import { agreementWords } from "../words";

/** All agreements of the realm, in the order users see them. */
export function AgreementList({ navigation }: { navigation: Navigation }) {
  const { api } = useView();
  const words = useMessages(agreementWords);
  const access = useLoaded(() => api.access(), [api]);
  const agreements = useLoaded(() => api.agreements(), [api]);
  const coverages = useLoaded(
    () => (access.value?.queryUsers ? api.coverages() : Promise.resolve(undefined)),
    [api, access.value],
  );
  const create = access.value?.manageRealm && (
    <Button onClick={() => navigation.go({ step: "name" })}>{words.create}</Button>
  );
  const isEmpty = agreements.value?.length === 0;
  return (
    <>
      <ViewHeader title={words.agreements} explanation={words.agreementsExplained} actions={!isEmpty && create} />
      <PageSection variant="light">
        <Waiting for={agreements}>
          {(list) =>
            list.length === 0 ? (
              <Nothing title={words.noAgreements} actions={create}>
                {words.noAgreementsHint}
              </Nothing>
            ) : (
              <AgreementTable
                agreements={list}
                navigation={navigation}
                {...(access.value?.queryUsers && { coverages: coverages.value ?? [] })}
              />
            )
          }
        </Waiting>
      </PageSection>
    </>
  );
}

function AgreementTable({
  agreements,
  coverages,
  navigation,
}: {
  agreements: Agreement[];
  /** Left out where they may not be seen. */
  coverages?: Coverage[];
  navigation: Navigation;
}) {
  const words = useMessages(agreementWords);
  return (
    <Table aria-label={words.list} variant="compact">
      <Thead>
        <Tr>
          <Th>{words.columnTitle}</Th>
          <Th modifier="nowrap">{words.columnRequirement}</Th>
          <Th>{words.columnState}</Th>
          <Th>{words.columnInForce}</Th>
          {coverages && <Th>{words.columnCoverage}</Th>}
        </Tr>
      </Thead>
      <Tbody>
        {agreements.map((agreement) => (
          <Tr key={agreement.key}>
            <Td dataLabel={words.columnTitle}>
              <Link navigation={navigation} to={{ agreement: agreement.key, tab: "versions" }}>
                <AgreementTitle agreement={agreement} />
              </Link>
              <div className="agreements-hint">{agreement.key}</div>
            </Td>
            <Td dataLabel={words.columnRequirement}>{words[`requirement${agreement.requirement}`]}</Td>
            <Td dataLabel={words.columnState}>
              <LeadingState agreement={agreement} /> <MissingNamesLabel agreement={agreement} />
            </Td>
            <Td dataLabel={words.columnInForce}>
              <InForce agreement={agreement} />
            </Td>
            {coverages && (
              <Td dataLabel={words.columnCoverage}>
                <CoverageOf agreement={agreement} coverages={coverages} />
              </Td>
            )}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** State of the version there is most to say about: that in force, or else the newest. */
function LeadingState({ agreement }: { agreement: Agreement }) {
  const version = leadingVersion(agreement);
  return version ? <StateLabel state={version.state} /> : null;
}

function InForce({ agreement }: { agreement: Agreement }) {
  const words = useMessages(agreementWords);
  const version = agreement.versions.find(({ number }) => number === agreement.inForce);
  if (!version) {
    return <>{words.notInForce}</>;
  }
  return <>{version.label ? `${version.number} (${isolated(version.label)})` : version.number}</>;
}

function CoverageOf({ agreement, coverages }: { agreement: Agreement; coverages: Coverage[] }) {
  const coverage = coverages.find(({ key }) => key === agreement.key);
  return coverage ? <CoverageBar coverage={coverage} /> : null;
}
