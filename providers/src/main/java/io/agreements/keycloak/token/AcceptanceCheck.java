package io.agreements.keycloak.token;

import io.agreements.keycloak.acceptance.Clearance;
import io.agreements.keycloak.acceptance.Impersonation;
import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Situation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** The first of what stands in the way; empty if nothing does, or if it is not the user who acts. */
    Optional<Obligation> of(Bearer bearer) {
        Instant now = clock.instant();
        UserSessionModel userSession = bearer.session();
        if (bearer.isServiceAccount() || Impersonation.is(userSession)) {
            return Optional.empty();
        }
        Clearance clearance =
                Clearance.of(session, realm, bearer.user(), bearer.client()).withGrace(grace);
        if (userSession != null && clearance.holds(userSession, now)) {
            return Optional.empty();
        }
        Situation situation = Situation.of(session, realm, bearer.user(), bearer.client(), now);
        Optional<Obligation> overdue = situation.overdue(grace).stream().findFirst();
        if (userSession != null && overdue.isEmpty()) {
            clearance.grant(userSession, situation);
        }
        return overdue;
    }
}
