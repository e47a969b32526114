package io.agreements.keycloak.rest.admin.acceptance;

import io.agreements.keycloak.acceptance.user.DecisionHistory;
import java.time.Instant;
import java.util.List;

/**
 * When the decisions that stand were made.
 *
 * @param version number of the version on which, or on a later one, they are; left out if none can be accepted
 * @param days those on which there was one, in order
 * @param countedAt milliseconds since 1970 in UTC; where there are very many users up to half a minute ago
 */
public record CoverageHistoryRepresentation(Integer version, List<CoverageDay> days, long countedAt) {

    static CoverageHistoryRepresentation of(Integer version, DecisionHistory history, Instant countedAt) {
        return new CoverageHistoryRepresentation(
                version, history.days().stream().map(CoverageDay::of).toList(), countedAt.toEpochMilli());
    }

    /** @param day such as 2026-11-22, in the realm's time zone */
    public record CoverageDay(String day, long accepted, long acknowledged, long declined, long withdrawn) {

        private static CoverageDay of(DecisionHistory.Day day) {
            return new CoverageDay(
                    day.date().toString(), day.accepted(), day.acknowledged(), day.declined(), day.withdrawn());
        }
    }
}
