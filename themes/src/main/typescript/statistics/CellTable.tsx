import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import type { Statistics } from "../api";
import { count, useMessages, useView } from "../common";
import { keyOf } from "./measures";
import { useCellName, usePeriodName } from "./names";
import { statisticsWords } from "./words";

/** Every number there is, the latest days in front. */
export function CellTable({ statistics: { dimension, periods } }: { statistics: Statistics }) {
  const words = useMessages(statisticsWords);
  const { locale } = useView();
  const cellName = useCellName(dimension);
  const periodName = usePeriodName();
  return (
    <Table variant="compact" gridBreakPoint="" aria-label={words.table} className="agreements-statistics-table">
      <Thead>
        <Tr>
          <Th modifier="wrap">{words.period}</Th>
          <Th modifier="wrap">{words[`dimension${dimension}`]}</Th>
          <Th modifier="wrap">{words.users}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {[...periods].reverse().flatMap((period) =>
          period.cells.map((cell) => (
            <Tr key={`${period.first} ${keyOf(cell)}`}>
              <Td dataLabel={words.period}>{periodName(period)}</Td>
              <Td dataLabel={words[`dimension${dimension}`]} dir="auto">
                {cellName(cell)}
              </Td>
              <Td dataLabel={words.users}>{count(cell.users, locale)}</Td>
            </Tr>
          )),
        )}
      </Tbody>
    </Table>
  );
}
