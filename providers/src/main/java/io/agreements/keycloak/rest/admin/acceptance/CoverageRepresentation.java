package io.agreements.keycloak.rest.admin.acceptance;

import io.agreements.keycloak.acceptance.coverage.Coverage;
import io.agreements.keycloak.acceptance.coverage.StandingCount;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Requirement;
import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import java.util.List;

/**
 * How many users decided what on an agreement.
 *
 * @param key key of the agreement
 * @param version number of the newest version users can accept; left out if there is none
 * @param users users of the realm without service accounts, as far as the caller may see them
 * @param exact false where the agreement does not concern every user, so that {@code users} and {@code pending} are too high
 * @param accepted who accepted the newest material version or a later one, not too long ago
 * @param acknowledged who took note of it, not too long ago
 * @param declined who declined it
 * @param withdrawn who withdrew an acceptance of it
 * @param pending who has still to decide
 * @param counts all standings, by version and decision
 * @param countedAt milliseconds since 1970 in UTC; where there are very many users up to half a minute ago
 */
public record CoverageRepresentation(
        String key,
        Requirement requirement,
        Integer version,
        long users,
        boolean exact,
        long accepted,
        long acknowledged,
        long declined,
        long withdrawn,
        long pending,
        List<CoverageCount> counts,
        long countedAt) {

    public static CoverageRepresentation of(Agreement agreement, Coverage coverage, Instant countedAt) {
        return new CoverageRepresentation(
                agreement.key(),
                agreement.requirement(),
                coverage.version(),
                coverage.users(),
                coverage.exact(),
                coverage.accepted(),
                coverage.acknowledged(),
                coverage.declined(),
                coverage.withdrawn(),
                coverage.pending(),
                coverage.counts().stream().map(CoverageCount::of).toList(),
                countedAt.toEpochMilli());
    }

    /** How many users' latest decision is this one on this version. */
    public record CoverageCount(int version, Decision decision, long users) {

        private static CoverageCount of(StandingCount count) {
            return new CoverageCount(count.versionNumber(), count.decision(), count.users());
        }
    }
}
