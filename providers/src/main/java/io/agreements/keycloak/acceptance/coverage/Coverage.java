package io.agreements.keycloak.acceptance.coverage;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Audience;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How many users decided what on an agreement, at one moment. A decision counts if it is on the newest open version that
 * is material, or on a later one.
 *
 * @param version number of the newest open version; null if there is none, then nothing is pending
 * @param users users of the realm without the accounts of clients
 * @param exact false where the agreement concerns some users only, so that fewer than {@code users} have to decide
 * @param accepted who accepted and need not do so again yet
 * @param acknowledged who took note and need not do so again yet
 * @param declined who declined
 * @param withdrawn who withdrew an acceptance
 * @param pending all others; never negative
 * @param counts every standing on the agreement, by ascending version and by decision
 */
public record Coverage(
        Integer version,
        long users,
        boolean exact,
        long accepted,
        long acknowledged,
        long declined,
        long withdrawn,
        long pending,
        List<StandingCount> counts) {

    public Coverage {
        counts = List.copyOf(counts);
    }

    /** The coverage of an agreement at that moment. */
    public static Coverage of(Agreement agreement, List<StandingCount> counts, UserCount users, Instant now) {
        long all = users.of(agreement.id());
        boolean exact = isExact(agreement);
        List<StandingCount> sorted = sorted(counts);
        if (agreement.open(now).isEmpty()) {
            return new Coverage(null, all, exact, 0, 0, 0, 0, 0, sorted);
        }
        Tally tally = new Tally(sorted, agreement.threshold(now).orElseThrow());
        long accepted = tally.of(Decision.ACCEPTED);
        long acknowledged = tally.of(Decision.ACKNOWLEDGED);
        long declined = tally.of(Decision.DECLINED);
        long withdrawn = tally.of(Decision.WITHDRAWN);
        return new Coverage(
                agreement.open(now).map(Version::number).orElseThrow(),
                all,
                exact,
                accepted,
                acknowledged,
                declined,
                withdrawn,
                Math.max(0, all - accepted - acknowledged - declined - withdrawn),
                sorted);
    }

    /** Whether every user of the realm has to decide on the agreement. */
    static boolean isExact(Agreement agreement) {
        return agreement.audience().type() == Audience.Type.EVERYBODY;
    }

    private static List<StandingCount> sorted(List<StandingCount> counts) {
        return counts.stream()
                .sorted(Comparator.comparingInt(StandingCount::versionNumber).thenComparing(StandingCount::decision))
                .toList();
    }

    /** Counts the decisions that are on a version with that number or a later one and have not lapsed. */
    record Tally(List<StandingCount> counts, int fromVersion) {

        long of(Decision decision) {
            return counts.stream()
                    .filter(count -> count.versionNumber() >= fromVersion && count.decision() == decision)
                    .mapToLong(count -> decision.isAffirmative() ? count.users() - count.lapsed() : count.users())
                    .sum();
        }
    }
}
