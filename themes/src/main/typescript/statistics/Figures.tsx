import { Button } from "@patternfly/react-core";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import type { Statistics, StatisticsFilter } from "../api";
import { useAlerts, useMessages, useView } from "../common";
import { download } from "../common/asking/download";
import { Bars } from "./Bars";
import { CellTable } from "./CellTable";
import { keyOf } from "./measures";
import { byTime, monthInWords } from "./time";
import { useCellName, usePeriodName } from "./names";
import { statisticsWords } from "./words";

/** The numbers as bars, each with its number, as a table, and to take along. */
export function Figures({ statistics, filter }: { statistics: Statistics; filter: StatisticsFilter }) {
  const words = useMessages(statisticsWords);
  const { api, locale } = useView();
  const alerts = useAlerts();
  const cellName = useCellName(statistics.dimension);
  const periodName = usePeriodName();
  const isTotal = statistics.dimension === "TOTAL";
  const bars = isTotal
    ? byTime(statistics.periods).map(({ key, users, period }) => ({
        key,
        name: period ? periodName(period) : monthInWords(key, locale),
        users,
      }))
    : statistics.sums.map((cell) => ({ key: keyOf(cell), name: cellName(cell), users: cell.users }));
  const save = async () => {
    try {
      download(await api.statisticsAsCsv(filter), `${statistics.measure}-${statistics.dimension}.csv`.toLowerCase());
    } catch (cause) {
      alerts.failed(words.csvFailed, cause);
    }
  };
  return (
    <>
      <Bars
        title={words.chart(words[`measure${statistics.measure}`], words[`dimension${statistics.dimension}`])}
        bars={bars}
      />
      <p className="agreements-hint">{words.counted}</p>
      <Button variant="link" isInline icon={<DownloadIcon />} onClick={() => void save()}>
        {words.csv}
      </Button>
      <CellTable statistics={statistics} />
    </>
  );
}
