import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Coverage } from "../api";
import { commonWords, count, useMessages, useView } from "../common";
import { byVersion, decisionsOn } from "./figures";
import { coverageWords } from "./words";

/** How many users decided what on each version. */
export function VersionTable({ coverage }: { coverage: Coverage }) {
  const words = useMessages(coverageWords);
  const common = useMessages(commonWords);
  const { locale } = useView();
  const versions = byVersion(coverage.counts);
  const decisions = decisionsOn(coverage);
  if (versions.length === 0) {
    return <p>{words.versionsNone}</p>;
  }
  return (
    <Table variant="compact" gridBreakPoint="" aria-label={words.versions} className="agreements-coverage-table">
      <Thead>
        <Tr>
          <Th modifier="wrap">{words.version}</Th>
          {decisions.map((decision) => (
            <Th key={decision} modifier="wrap">
              {common[`decision${decision}`]}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {versions.map(({ version, counts: ofVersion }) => (
          <Tr key={version}>
            <Th scope="row" dataLabel={words.version}>
              {version}
            </Th>
            {decisions.map((decision) => (
              <Td key={decision} dataLabel={common[`decision${decision}`]}>
                {count(ofVersion[decision], locale)}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
