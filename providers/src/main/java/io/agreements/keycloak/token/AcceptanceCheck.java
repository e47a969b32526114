package io.agreements.keycloak.token;

import io.agreements.keycloak.acceptance.ClearanceNote;
import io.agreements.keycloak.acceptance.Impersonation;
import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Situation;
import io.agreements.keycloak.agreement.Revision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        if (bearer.isServiceAccount() || Impersonation.is(bearer.session()) || isNoted(bearer, now)) {
            return Optional.empty();
        }
        Situation situation = Situation.of(session, realm, bearer.user(), bearer.client(), now);
        List<Obligation> overdue = situation.overdue(grace);
        if (overdue.isEmpty()) {
            note(bearer, situation);
            return Optional.empty();
        }
        return Optional.of(overdue.get(0));
    }

    private boolean isNoted(Bearer bearer, Instant now) {
        UserSessionModel userSession = bearer.session();
        String revision = Revision.of(realm);
        return userSession != null
                && (holds(clear(bearer, revision), userSession, now)
                        || !grace.isZero() && holds(inGrace(bearer, revision), userSession, now));
    }

    private static boolean holds(ClearanceNote note, UserSessionModel userSession, Instant now) {
        return note.holds(userSession.getNote(note.name()), now);
    }

    private void note(Bearer bearer, Situation situation) {
        if (bearer.session() == null || !situation.isLasting()) {
            return;
        }
        String revision = situation.catalogue().revision();
        boolean isClear = situation.open().required().isEmpty();
        ClearanceNote note = isClear ? clear(bearer, revision) : inGrace(bearer, revision);
        bearer.session()
                .setNote(note.name(), note.until(isClear ? situation.nextChange() : situation.nextChange(grace)));
    }

    private static ClearanceNote clear(Bearer bearer, String revision) {
        return ClearanceNote.clear(bearer.client(), bearer.user(), revision);
    }

    private ClearanceNote inGrace(Bearer bearer, String revision) {
        return ClearanceNote.inGrace(grace, bearer.client(), bearer.user(), revision);
    }
}
