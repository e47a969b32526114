import { Button } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useId, useMemo, useState } from "react";
import type { Coverage, Decision } from "../api";
import { commonWords, count, dayInWords, useLoaded, useMessages, useView, Waiting } from "../common";
import { Chart } from "./Chart";
import { addUp, type Day, decisionsOn } from "./figures";
import { coverageWords } from "./words";

/** The decisions by day, as a chart and on demand as a table. */
export function History({ coverage }: { coverage: Coverage }) {
  const { api } = useView();
  const history = useLoaded(() => api.coverageHistory(coverage.key), [api, coverage]);
  return <Waiting for={history}>{({ days }) => <Days days={days} decisions={decisionsOn(coverage)} />}</Waiting>;
}

function Days({ days, decisions }: { days: Parameters<typeof addUp>[0]; decisions: readonly Decision[] }) {
  const words = useMessages(coverageWords);
  const [isTable, setTable] = useState(false);
  const id = useId();
  const added = useMemo(() => addUp(days), [days]);
  if (added.length === 0) {
    return <p>{words.historyNone}</p>;
  }
  return (
    <>
      <p className="agreements-hint">{words.historyMeaning}</p>
      <Chart days={added} decisions={decisions} />
      <Button variant="link" isInline aria-expanded={isTable} aria-controls={id} onClick={() => setTable(!isTable)}>
        {isTable ? words.hideTable : words.showTable}
      </Button>
      <div id={id}>{isTable && <DayTable days={added} decisions={decisions} />}</div>
    </>
  );
}

function DayTable({ days, decisions }: { days: readonly Day[]; decisions: readonly Decision[] }) {
  const words = useMessages(coverageWords);
  const common = useMessages(commonWords);
  const { locale } = useView();
  return (
    <Table variant="compact" gridBreakPoint="" aria-label={words.history} className="agreements-coverage-table">
      <Thead>
        <Tr>
          <Th modifier="wrap">{words.day}</Th>
          {decisions.map((decision) => (
            <Th key={decision} modifier="wrap">
              {common[`decision${decision}`]}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {[...days].reverse().map(({ day, onDay, byDay }) => (
          <Tr key={day}>
            <Th scope="row" dataLabel={words.day}>
              {dayInWords(day, locale)}
            </Th>
            {decisions.map((decision) => (
              <Td key={decision} dataLabel={common[`decision${decision}`]}>
                {count(byDay[decision], locale)}
                {onDay[decision] > 0 && (
                  <span className="agreements-coverage-of"> +{count(onDay[decision], locale)}</span>
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
