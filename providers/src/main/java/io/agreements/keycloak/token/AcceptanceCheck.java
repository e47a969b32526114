package io.agreements.keycloak.token;

import io.agreements.keycloak.acceptance.Impersonation;
import io.agreements.keycloak.acceptance.clearance.Clearance;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Situation;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/**
 * Finds out whether an agreement stands in the way of the bearer of a token. Once none does, the user session says so, and
 * nothing is asked of the database again until the catalogue or the time has changed something.
 */
final class AcceptanceCheck {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Duration grace;
    private final Clock clock;

    /** @param grace how long what is owed may wait after its version is enforced */
    AcceptanceCheck(KeycloakSession session, RealmModel realm, Duration grace, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.grace = grace;
        this.clock = clock;
    }

    /** Whether it is known without a query that nothing stands in the way, or it is not the user who acts. */
    boolean isClear(Bearer bearer) {
        UserSessionModel userSession = bearer.session();
        return bearer.isServiceAccount()
                || Impersonation.is(userSession)
                || userSession != null && clearance(bearer).holds(userSession, clock.instant());
    }

    /** The first of what stands in the way; empty if nothing does, or if it is not the user who acts. */
    Optional<Obligation> of(Bearer bearer) {
        if (isClear(bearer)) {
            return Optional.empty();
        }
        UserSessionModel userSession = bearer.session();
        Situation situation = Situation.of(session, realm, bearer.user(), bearer.client(), clock.instant());
        Optional<Obligation> overdue = situation.overdue(grace).stream().findFirst();
        if (userSession != null && overdue.isEmpty()) {
            clearance(bearer).grant(userSession, situation);
        }
        return overdue;
    }

    private Clearance clearance(Bearer bearer) {
        return Clearance.of(session, realm, bearer.user(), bearer.client()).withGrace(grace);
    }
}
