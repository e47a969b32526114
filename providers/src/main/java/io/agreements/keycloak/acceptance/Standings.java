package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Version;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerProvider;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** All standings of one user in one realm. */
public final class Standings {

    private final Map<String, Standing> stored;
    private final Map<String, Standing> own;
    private final Map<String, Standing> inEffect;

    /** Of agreements declined since. */
    private final Map<String, Standing> affirmed;

    public Standings(List<Standing> standings) {
        stored = standings.stream().collect(Collectors.toMap(Standing::agreementId, Function.identity()));
        own = stored;
        inEffect = stored;
        affirmed = Map.of();
    }

    /** The latest decisions of a user, with what has been decided in this very request; one query. */
    public static Standings latest(KeycloakSession session, RealmModel realm, UserModel user) {
        return latest(session, realm, user, Beginning.of(session, realm, user));
    }

    private static Standings latest(KeycloakSession session, RealmModel realm, UserModel user, Beginning beginning) {
        DecisionsAhead.writeFor(session, user);
        return session.getProvider(AcceptanceProvider.class)
                .standings(realm, user.getId())
                .without(standing -> beginning.isAfter(standing.decidedAt()));
    }

    private Standings(
            Map<String, Standing> stored,
            Map<String, Standing> own,
            Map<String, Standing> inEffect,
            Map<String, Standing> affirmed) {
        this.stored = stored;
        this.own = own;
        this.inEffect = inEffect;
        this.affirmed = affirmed;
    }

    /**
     * Those of a user, as they count at that moment, with what has been decided in this very request. Makes one query; none where there are no agreements, and one more
     * where the user has accepted a version that is retracted, or declined a new one of an agreement that is needed.
     */
    public static Standings of(
            KeycloakSession session, RealmModel realm, UserModel user, Catalogue catalogue, Instant now) {
        if (catalogue.agreements().isEmpty()) {
            return new Standings(List.of());
        }
        Beginning beginning = Beginning.of(session, realm, user);
        EarlierDecisions earlier =
                new EarlierDecisions(session.getProvider(LedgerProvider.class), realm, user.getId(), now);
        return latest(session, realm, user, beginning)
                .fallingBack(
                        catalogue,
                        now,
                        agreement -> earlier.on(agreement).filter(standing -> !beginning.isAfter(standing.decidedAt())))
                .remembering(
                        catalogue,
                        agreement -> earlier.affirming(agreement)
                                .filter(standing -> !beginning.isAfter(standing.decidedAt())));
    }

    /** The same, where some are somebody else's who had the id before: they count for nothing, but are there. */
    Standings without(Predicate<Standing> foreign) {
        Map<String, Standing> left = new HashMap<>(own);
        left.values().removeIf(foreign);
        return new Standings(stored, left, left, affirmed);
    }

    /**
     * The same, where an acceptance of a version that is retracted by that moment does not count, and what was decided
     * before it does.
     *
     * @param earlier finds that, for an agreement
     */
    public Standings fallingBack(Catalogue catalogue, Instant now, Function<Agreement, Optional<Standing>> earlier) {
        Map<String, Standing> counting = new HashMap<>(own);
        catalogue.agreements().stream()
                .filter(agreement -> on(agreement.id())
                        .filter(standing -> isRetracted(standing, agreement, now))
                        .isPresent())
                .forEach(agreement -> counting.compute(
                        agreement.id(), (id, latest) -> earlier.apply(agreement).orElse(null)));
        return new Standings(stored, own, counting, affirmed);
    }

    /**
     * The same, with what was said yes to before a later version was declined.
     *
     * @param earlier finds that, for an agreement
     */
    public Standings remembering(Catalogue catalogue, Function<Agreement, Optional<Standing>> earlier) {
        Map<String, Standing> before = new HashMap<>();
        catalogue.agreements().stream()
                .filter(Agreement::isRequired)
                .filter(agreement -> inEffect(agreement.id())
                        .filter(standing -> standing.decision() == Decision.DECLINED && standing.versionNumber() > 1)
                        .isPresent())
                .forEach(agreement ->
                        earlier.apply(agreement).ifPresent(standing -> before.put(agreement.id(), standing)));
        return new Standings(stored, own, inEffect, before);
    }

    /** What the user said yes to before declining another version of the agreement with that id. */
    public Optional<Standing> affirmed(String agreementId) {
        return Optional.ofNullable(affirmed.get(agreementId));
    }

    /** The latest decision on the agreement with that id; empty if the user never decided. */
    public Optional<Standing> on(String agreementId) {
        return Optional.ofNullable(own.get(agreementId));
    }

    /** What a decision on the agreement with that id replaces. */
    public Optional<Standing> stored(String agreementId) {
        return Optional.ofNullable(stored.get(agreementId));
    }

    /** The decision on the agreement with that id that counts now. */
    public Optional<Standing> inEffect(String agreementId) {
        return Optional.ofNullable(inEffect.get(agreementId));
    }

    /** The first moment after the given one at which an acceptance has to be renewed; empty if none has. */
    public Optional<Instant> nextRenewalAfter(Catalogue catalogue, Instant now) {
        return catalogue.agreements().stream()
                .flatMap(agreement ->
                        inEffect(agreement.id()).flatMap(standing -> standing.lastsUntil(agreement)).stream())
                .filter(end -> end.isAfter(now))
                .min(Instant::compareTo);
    }

    private static boolean isRetracted(Standing standing, Agreement agreement, Instant now) {
        return standing.affirms(agreement)
                && agreement
                        .version(standing.versionNumber())
                        .map(Version::timeline)
                        .filter(timeline -> timeline.isRetracted(now))
                        .isPresent();
    }
}
