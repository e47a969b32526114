package io.agreements.keycloak.rest.admin.statistics;

import io.agreements.keycloak.statistics.Cell;
import io.agreements.keycloak.statistics.Dimension;
import io.agreements.keycloak.statistics.Measure;
import io.agreements.keycloak.statistics.Period;
import io.agreements.keycloak.statistics.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many users did something, as it was published once and for all.
 *
 * @param agreement left out where the measure is about none
 * @param periods in order; none of them is in part within the days asked for
 * @param sums the numbers of all periods, added up by value
 */
public record StatisticsRepresentation(
        Measure measure, String agreement, Dimension dimension, List<PeriodOfDays> periods, List<Group> sums) {

    static StatisticsRepresentation of(Series series, Dimension dimension, List<Period> periods) {
        Map<Group, Long> sums = new LinkedHashMap<>();
        periods.forEach(period -> period.cells()
                .get(dimension)
                .forEach(cell -> sums.merge(new Group(cell.value(), cell.isOther(), 0), cell.users(), Long::sum)));
        return new StatisticsRepresentation(
                series.measure(),
                series.agreementKey(),
                dimension,
                periods.stream()
                        .map(period -> PeriodOfDays.of(period, dimension))
                        .toList(),
                sums.entrySet().stream()
                        .map(sum -> new Group(sum.getKey().value(), sum.getKey().other(), sum.getValue()))
                        .toList());
    }

    /**
     * Days told together.
     *
     * @param first such as 2026-11-22, in the realm's time zone
     * @param k how many users each number is of at least
     */
    public record PeriodOfDays(String first, String last, int k, List<Group> cells) {

        private static PeriodOfDays of(Period period, Dimension dimension) {
            return new PeriodOfDays(
                    period.first().toString(),
                    period.last().toString(),
                    period.k(),
                    period.cells().get(dimension).stream().map(Group::of).toList());
        }
    }

    /**
     * Users with something in common.
     *
     * @param value left out if nothing is known of it, or there are several
     * @param other whether it is what is left beside the values that are named
     */
    public record Group(String value, boolean other, long users) {

        private static Group of(Cell cell) {
            return new Group(cell.value(), cell.isOther(), cell.users());
        }
    }
}
