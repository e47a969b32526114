package io.agreements.keycloak.acceptance.coverage;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many users would be asked if a version were in force.
 *
 * @param users how many; never negative
 * @param exact false where the agreement concerns some users only, so that it may be fewer
 */
public record Reach(long users, boolean exact) {

    /**
     * A material version asks everybody whose answer is on an earlier one; another asks those only who would be asked
     * without it too. Of an agreement without which there is no service only the answer it asks for settles it.
     *
     * @param material whether the version is taken for material
     */
    public static Reach of(
            Agreement agreement,
            Version version,
            boolean material,
            List<StandingCount> counts,
            UserCount users,
            Instant now) {
        int fromVersion = material ? version.number() : agreement.threshold(now).orElse(0);
        Coverage.Tally tally = new Coverage.Tally(counts, fromVersion);
        Stream<Decision> answers =
                agreement.isRequired() ? Stream.of(agreement.affirmation()) : Stream.of(Decision.values());
        long settled = answers.mapToLong(tally::of).sum();
        return new Reach(Math.max(0, users.of(agreement.id()) - settled), Coverage.isExact(agreement));
    }
}
