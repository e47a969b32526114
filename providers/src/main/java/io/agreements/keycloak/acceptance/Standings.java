package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.agreement.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** All standings of one user in one realm. */
public final class Standings {

    private final Map<String, Standing> byAgreement;

    public Standings(List<Standing> standings) {
        byAgreement = standings.stream().collect(Collectors.toMap(Standing::agreementId, Function.identity()));
    }

    /** The user's, with what has been decided in this very request; one query. */
    public static Standings of(KeycloakSession session, RealmModel realm, UserModel user) {
        DecisionsAhead.writeFor(session, user);
        return session.getProvider(AcceptanceProvider.class).standings(realm, user.getId());
    }

    /** The standing on the agreement with that id; empty if the user never decided. */
    public Optional<Standing> on(String agreementId) {
        return Optional.ofNullable(byAgreement.get(agreementId));
    }

    /** The first moment after the given one at which an acceptance has to be renewed; empty if none has. */
    public Optional<Instant> nextRenewalAfter(Catalogue catalogue, Instant now) {
        return catalogue.agreements().stream()
                .flatMap(agreement -> on(agreement.id()).flatMap(standing -> standing.lastsUntil(agreement)).stream())
                .filter(end -> end.isAfter(now))
                .min(Instant::compareTo);
    }
}
