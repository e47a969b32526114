package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a user is still asked: computed from catalogue, standings and clock, never stored.
 *
 * @param required owed; no service without them
 * @param optional not yet decided; they never block
 */
public record Obligations(List<Obligation> required, List<Obligation> optional) {

    /** Nothing is asked. */
    public static final Obligations NONE = new Obligations(List.of(), List.of());

    public Obligations {
        required = List.copyOf(required);
        optional = List.copyOf(optional);
    }

    /**
     * What a user with these standings is asked at that moment.
     *
     * @param memberSince since when there is the account; null if that is not known, then it is taken for an old one
     */
    public static Obligations of(Catalogue catalogue, Standings standings, Instant memberSince, Instant now) {
        return split(catalogue.agreements().stream()
                .flatMap(agreement -> of(agreement, standings, memberSince, now).stream())
                .toList());
    }

    private static Obligations split(List<Obligation> all) {
        return new Obligations(
                all.stream().filter(open -> open.agreement().isRequired()).toList(),
                all.stream().filter(open -> !open.agreement().isRequired()).toList());
    }

    /** What somebody is asked who has no account yet. */
    public static Obligations ofNewUser(Catalogue catalogue, Instant now) {
        return of(catalogue, new Standings(List.of()), now, now);
    }

    /** Everything that could be decided at that moment, settled or not, as far as the condition holds. */
    public static Obligations decidable(
            Catalogue catalogue, Standings standings, Instant now, Predicate<Obligation> condition) {
        return split(catalogue.agreements().stream()
                .flatMap(agreement -> agreement
                        .inForce(now)
                        .map(version -> new Obligation(
                                agreement, version, standings.on(agreement.id()).orElse(null)))
                        .filter(condition)
                        .stream())
                .toList());
    }

    public boolean isEmpty() {
        return required.isEmpty() && optional.isEmpty();
    }

    private static Optional<Obligation> of(Agreement agreement, Standings standings, Instant memberSince, Instant now) {
        Standing standing = standings.on(agreement.id()).orElse(null);
        return agreement
                .inForce(now)
                .filter(version -> standing == null
                        ? isDue(agreement, version, memberSince, now)
                        : !settles(standing, agreement, now))
                .map(version -> new Obligation(agreement, version, standing));
    }

    /** Who came after the version took effect gets it at once; who was there before goes on until one is enforced. */
    private static boolean isDue(Agreement agreement, Version inForce, Instant memberSince, Instant now) {
        boolean cameAfter =
                memberSince != null && !memberSince.isBefore(inForce.timeline().effectiveAt());
        return cameAfter || agreement.isEnforced(now);
    }

    /** A refusal settles an optional agreement, not a required one; neither survives a later material version. */
    private static boolean settles(Standing standing, Agreement agreement, Instant now) {
        boolean answers = standing.decision() == Decision.ACCEPTED || !agreement.isRequired();
        return answers && agreement.holds(standing.versionNumber(), now);
    }
}
