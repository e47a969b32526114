package io.agreements.keycloak.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/** Publishes the next period of a series: as few days as have enough users. */
final class PeriodClosing {

    private final StatisticsProvider statistics;
    private final RealmModel realm;
    private final Series series;
    private final ZoneId zone;
    private final StatisticsSettings settings;

    PeriodClosing(
            StatisticsProvider statistics, RealmModel realm, Series series, ZoneId zone, StatisticsSettings settings) {
        this.statistics = statistics;
        this.realm = realm;
        this.series = series;
        this.zone = zone;
        this.settings = settings;
    }

    /**
     * @param lastDay no day behind it is looked at
     * @return whether there was one, so that there may be another
     */
    boolean closeNext(LocalDate lastDay) {
        Optional<Period> latest = statistics.latest(realm, series);
        Instant from = latest.map(Period::until).orElse(null);
        return latest.map(period -> period.last().plusDays(1))
                .or(() -> firstDay(lastDay))
                .filter(first -> !first.isAfter(lastDay))
                .flatMap(first -> fullPeriod(from, first, lastDay))
                .map(period -> statistics.add(realm, series, period))
                .orElse(false);
    }

    /** The day on which it all begins; empty if there is nothing yet that could be published. */
    private Optional<LocalDate> firstDay(LocalDate lastDay) {
        Activity activity = statistics.activity(realm, series, null, endOf(lastDay));
        return activity.users() < settings.k()
                ? Optional.empty()
                : Optional.of(activity.first().atZone(zone).toLocalDate());
    }

    /** Looks at one day, two, four …, and then by halves for the first day on which the period is full: it stays so. */
    private Optional<Period> fullPeriod(Instant from, LocalDate first, LocalDate lastDay) {
        LocalDate low = first;
        LocalDate high = first;
        for (long step = 1; !isFull(from, high); step *= 2) {
            if (high.equals(lastDay)) {
                return Optional.empty();
            }
            low = high.plusDays(1);
            high = low.plusDays(step).isAfter(lastDay) ? lastDay : low.plusDays(step);
        }
        while (low.isBefore(high)) {
            LocalDate middle = LocalDate.ofEpochDay(Math.floorDiv(low.toEpochDay() + high.toEpochDay(), 2L));
            if (isFull(from, middle)) {
                high = middle;
            } else {
                low = middle.plusDays(1);
            }
        }
        return Optional.of(period(from, first, high));
    }

    private boolean isFull(Instant from, LocalDate last) {
        return statistics.activity(realm, series, from, endOf(last)).users() >= settings.k();
    }

    private Period period(Instant from, LocalDate first, LocalDate last) {
        Instant until = endOf(last);
        List<Dimension> dimensions = series.measure().dimensions();
        List<Combination> combinations = statistics.combinations(realm, series, from, until, last, settings);
        long users = combinations.stream().mapToLong(Combination::users).sum();
        Map<Dimension, List<Cell>> cells = new EnumMap<>(Dimension.class);
        cells.put(Dimension.TOTAL, List.of(new Cell(null, false, users)));
        List<List<Cell>> published = Suppression.cells(combinations, dimensions.size(), settings.k());
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            cells.put(dimensions.get(dimension), published.get(dimension));
        }
        return new Period(first, last, until, settings.k(), cells);
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
