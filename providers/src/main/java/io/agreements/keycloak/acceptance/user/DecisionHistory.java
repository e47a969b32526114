package io.agreements.keycloak.acceptance.user;

import io.agreements.keycloak.ledger.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When the decisions that stand were made.
 *
 * @param days those on which there was one, in order
 */
public record DecisionHistory(List<Day> days) {

    /** Days begin at a multiple of it, whatever the time zone: no offset in use is finer. */
    public static final Duration GRAIN = Duration.ofMinutes(15);

    public DecisionHistory {
        days = List.copyOf(days);
    }

    /**
     * Adds up by the days of a time zone. Years have many counts, and of each day it is asked once when it ends.
     *
     * @param counts best in order of time
     */
    public static DecisionHistory of(Collection<Count> counts, ZoneId zone) {
        Map<LocalDate, Map<Decision, Long>> byDay = new LinkedHashMap<>();
        Map<Decision, Long> users = Map.of();
        Instant end = Instant.MIN;
        for (Count count :
                counts.stream().sorted(Comparator.comparing(Count::from)).toList()) {
            if (!count.from().isBefore(end)) {
                LocalDate day = LocalDate.ofInstant(count.from(), zone);
                end = day.plusDays(1).atStartOfDay(zone).toInstant();
                users = byDay.computeIfAbsent(day, any -> new EnumMap<>(Decision.class));
            }
            users.merge(count.decision(), count.users(), Long::sum);
        }
        return new DecisionHistory(byDay.entrySet().stream()
                .map(entry -> Day.of(entry.getKey(), entry.getValue()))
                .toList());
    }

    /**
     * How many users made a decision within one {@link #GRAIN}, and stand by it.
     *
     * @param from where it begins, in UTC
     */
    public record Count(Instant from, Decision decision, long users) {}

    /** How many users made each decision on a day, and stand by it. */
    public record Day(LocalDate date, long accepted, long acknowledged, long declined, long withdrawn) {

        private static Day of(LocalDate date, Map<Decision, Long> users) {
            return new Day(
                    date,
                    users.getOrDefault(Decision.ACCEPTED, 0L),
                    users.getOrDefault(Decision.ACKNOWLEDGED, 0L),
                    users.getOrDefault(Decision.DECLINED, 0L),
                    users.getOrDefault(Decision.WITHDRAWN, 0L));
        }
    }
}
