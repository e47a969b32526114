package io.agreements.keycloak.token;

import io.agreements.keycloak.conduct.Imposed;
import io.agreements.keycloak.conduct.RestrictionRefusal;
import io.agreements.keycloak.page.ClientRefusal;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds out whether the bearer of a token gets no service. It counts in every realm and on every way, whatever client
 * policies say, and for whoever acts as the user too: it is the account that is restricted.
 */
final class RestrictionCheck {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    RestrictionCheck(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /** What the client is told; empty if nothing stands in the way. */
    Optional<ClientRefusal> of(Bearer bearer) {
        return Imposed.on(session, realm, bearer.user(), clock)
                .blocking(bearer.session())
                .map(restriction -> RestrictionRefusal.of(session, realm, restriction.effect(clock.instant())));
    }
}
