import { PageSection } from "@patternfly/react-core";
import { useState } from "react";
import type { Agreement, StatisticsFilter } from "../api";
import { Nothing, useLoaded, useMessages, useView, View, ViewHeader, type ViewProps, Waiting } from "../common";
import { Figures } from "./Figures";
import { aboutAgreements, start } from "./measures";
import { StatisticsChoice } from "./StatisticsChoice";
import { statisticsWords } from "./words";
import "./statistics.css";

/** How many users did what, in numbers that tell of no small group. */
export function StatisticsView(props: ViewProps) {
  return (
    <View {...props}>
      <Statistics />
    </View>
  );
}

function Statistics() {
  const words = useMessages(statisticsWords);
  const { api } = useView();
  const agreements = useLoaded(() => api.agreements(), [api]);
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} />
      <PageSection variant="light">
        <Waiting for={agreements}>{(list) => <Chosen agreements={list} />}</Waiting>
      </PageSection>
    </>
  );
}

function Chosen({ agreements }: { agreements: readonly Agreement[] }) {
  const words = useMessages(statisticsWords);
  const { api } = useView();
  const [filter, setFilter] = useState<StatisticsFilter>(start);
  const isAsked = !aboutAgreements(filter.measure) || filter.agreement !== undefined;
  const { measure, agreement, dimension, from, to } = filter;
  const statistics = useLoaded(
    () => (isAsked ? api.statistics({ measure, agreement, dimension, from, to }) : Promise.resolve(null)),
    [api, isAsked, measure, agreement, dimension, from, to],
  );
  return (
    <div className="agreements-statistics">
      <StatisticsChoice agreements={agreements} filter={filter} onChange={setFilter} />
      <Waiting for={statistics}>
        {(found) =>
          found && found.periods.length > 0 ? (
            <div aria-busy={statistics.isLoading}>
              <Figures statistics={found} filter={filter} />
            </div>
          ) : (
            <Nothing title={words.none}>{words.noneHint}</Nothing>
          )
        }
      </Waiting>
    </div>
  );
}
