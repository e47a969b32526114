package io.agreements.keycloak.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.statistics.RememberedStatistics.Deed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PeriodClosingTest {

    private static final LocalDate START = LocalDate.parse("2026-03-27");
    private static final Series ACCEPTANCES = new Series(Measure.ACCEPTANCES, "terms");
    private static final List<String> VALUES = List.of("1", "en", "shop");

    private final RememberedStatistics statistics = new RememberedStatistics();
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    @Test
    void aDayWithEnoughUsersIsAPeriod() {
        deeds(START, 0, 12);
        deeds(START.plusDays(1), 100, 11);
        close(START.plusDays(1), 10);

        assertThat(days()).containsExactly("2026-03-27..2026-03-27 12", "2026-03-28..2026-03-28 11");
    }

    @Test
    void daysAreJoinedUntilThereAreEnoughUsersAndTheNewestWait() {
        deeds(START, 0, 4);
        deeds(START.plusDays(1), 100, 3);
        deeds(START.plusDays(4), 200, 3);
        deeds(START.plusDays(5), 300, 9);
        close(START.plusDays(6), 10);

        assertThat(days()).containsExactly("2026-03-27..2026-03-31 10");
        deeds(START.plusDays(7), 400, 1);
        close(START.plusDays(7), 10);

        assertThat(days()).containsExactly("2026-03-27..2026-03-31 10", "2026-04-01..2026-04-03 10");
    }

    @Test
    void usersCountAndNotWhatTheyDo() {
        for (int day = 0; day < 20; day++) {
            deeds(START.plusDays(day), 0, 9);
        }
        close(START.plusDays(19), 10);

        assertThat(days()).isEmpty();
    }

    @Test
    void whatWasPublishedIsNotCountedAgain() {
        deeds(START, 0, 12);
        close(START, 10);
        List<Period> published = List.copyOf(statistics.periods);
        deeds(START, 100, 20);
        close(START, 10);

        assertThat(statistics.periods).isEqualTo(published);
    }

    @Test
    void daysAreThoseOfTheTimeZoneAndAnHourMoreOrLess() {
        zone = ZoneId.of("Europe/Berlin");
        at("2026-03-28T22:59:59Z", 0, 10);
        at("2026-03-28T23:00:00Z", 100, 10);
        at("2026-03-29T21:59:59Z", 200, 10);
        at("2026-03-29T22:00:00Z", 300, 10);
        close(LocalDate.parse("2026-03-30"), 10);

        assertThat(days())
                .containsExactly("2026-03-28..2026-03-28 10", "2026-03-29..2026-03-29 20", "2026-03-30..2026-03-30 10");
    }

    @Test
    void nothingIsLostOrCountedTwiceWhereTheTimeZoneChanges() {
        deeds(START, 0, 12);
        close(START, 10);
        zone = ZoneId.of("America/New_York");
        at(statistics.periods.get(0).until().toString(), 100, 5);
        deeds(START.plusDays(1), 200, 6);
        close(START.plusDays(2), 10);

        assertThat(days()).containsExactly("2026-03-27..2026-03-27 12", "2026-03-28..2026-03-28 11");
    }

    /** All periods, all dimensions, day after day; k is lowered on the way. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void noCountOfFewerUsersCanBeRecoveredFromAllThatIsPublished(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            statistics.deeds.clear();
            statistics.periods.clear();
            int high = 7 + random.nextInt(6);
            for (int day = 0; day < 12; day++) {
                Random values = new Random(seed + round);
                for (int deed = random.nextInt(8 * high); deed > 0; deed--) {
                    statistics.deeds.add(new Deed(
                            "user" + random.nextInt(300),
                            START.plusDays(day).atTime(12, 0).atZone(zone).toInstant(),
                            valuesOf(random, values.nextInt(2))));
                }
                List<Period> before = List.copyOf(statistics.periods);
                close(START.plusDays(day), day < 7 ? high : 5);
                assertThat(statistics.periods.subList(0, before.size())).isEqualTo(before);
                attack();
            }
            assertThat(statistics.periods)
                    .anySatisfy(period -> assertThat(period.cells())
                            .anySatisfy((dimension, cells) -> assertThat(cells).hasSizeGreaterThan(1)));
        }
    }

    /** Locale and client go together more often than not. */
    private static List<String> valuesOf(Random random, int world) {
        return List.of(
                String.valueOf(1 + random.nextInt(2)),
                world + "l" + random.nextInt(2),
                random.nextInt(5) == 0 ? "portal" : world + "c");
    }

    /** A column for each user of each period; what all users with the same values make up is attacked, and any two of these. */
    private void attack() {
        List<Map.Entry<Period, List<String>>> columns = new ArrayList<>();
        List<Map.Entry<Period, Map<List<String>, Long>>> found = new ArrayList<>();
        Instant from = null;
        for (Period period : statistics.periods) {
            Map<List<String>, Long> users = statistics.valuesByUser(from, period.until()).values().stream()
                    .collect(Collectors.groupingBy(values -> values, Collectors.counting()));
            users.keySet().forEach(values -> columns.add(Map.entry(period, values)));
            found.add(Map.entry(period, users));
            from = period.until();
        }
        Attacker attacker = new Attacker();
        for (Period period : statistics.periods) {
            ACCEPTANCES.measure().dimensions().forEach(dimension -> learn(attacker, columns, period, dimension));
        }
        for (Map.Entry<Period, Map<List<String>, Long>> ofPeriod : found) {
            smallGroups(ofPeriod.getValue(), ofPeriod.getKey().k())
                    .forEach(group -> assertThat(attacker.recovers(row(
                                    columns,
                                    column ->
                                            column.getKey() == ofPeriod.getKey() && group.contains(column.getValue()))))
                            .as("%s of %s", group, ofPeriod)
                            .isFalse());
        }
    }

    private static List<List<List<String>>> smallGroups(Map<List<String>, Long> users, int k) {
        List<List<List<String>>> groups = new ArrayList<>();
        List<List<String>> all = List.copyOf(users.keySet());
        for (int i = 0; i < all.size(); i++) {
            for (int j = i; j < all.size(); j++) {
                groups.add(List.of(all.get(i), all.get(j)));
            }
        }
        for (int dimension = 0; dimension < VALUES.size(); dimension++) {
            int place = dimension;
            new TreeSet<>(all.stream().map(values -> values.get(place)).toList())
                    .forEach(value -> groups.add(all.stream()
                            .filter(values -> values.get(place).equals(value))
                            .toList()));
        }
        return groups.stream()
                .filter(group -> group.stream().distinct().mapToLong(users::get).sum() < k)
                .toList();
    }

    private static void learn(
            Attacker attacker, List<Map.Entry<Period, List<String>>> columns, Period period, Dimension dimension) {
        int place = ACCEPTANCES.measure().dimensions().indexOf(dimension);
        List<Cell> cells = period.cells().get(dimension);
        List<String> named =
                cells.stream().filter(cell -> !cell.isOther()).map(Cell::value).toList();
        for (Cell cell : cells) {
            attacker.learn(row(columns, column -> {
                String value = column.getValue().get(place);
                return column.getKey() == period
                        && (cell.isOther() ? !named.contains(value) : value.equals(cell.value()));
            }));
        }
    }

    private static int[] row(
            List<Map.Entry<Period, List<String>>> columns, Predicate<Map.Entry<Period, List<String>>> isIn) {
        return columns.stream().mapToInt(column -> isIn.test(column) ? 1 : 0).toArray();
    }

    private void deeds(LocalDate day, int firstUser, int users) {
        at(day.atTime(9, 0).atZone(zone).toInstant().toString(), firstUser, users);
    }

    private void at(String moment, int firstUser, int users) {
        for (int user = 0; user < users; user++) {
            statistics.deeds.add(new Deed("user" + (firstUser + user), Instant.parse(moment), VALUES));
        }
    }

    private void close(LocalDate lastDay, int k) {
        PeriodClosing closing = new PeriodClosing(
                statistics, null, ACCEPTANCES, zone, new StatisticsSettings(k, Optional.empty(), Optional.empty()));
        while (closing.closeNext(lastDay)) {
            assertThat(statistics.periods).hasSizeLessThan(100);
        }
    }

    private List<String> days() {
        return statistics.periods.stream()
                .map(period -> period.first() + ".." + period.last() + " "
                        + period.cells().get(Dimension.TOTAL).get(0).users())
                .toList();
    }
}
