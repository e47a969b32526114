package io.agreements.keycloak.acceptance.renewal;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.RenewalRequest;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.clearance.Clearance;
import io.agreements.keycloak.agreement.Agreement;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Asks users to accept again what they have accepted. */
public final class RenewalRequests {

    private final KeycloakSession session;
    private final AcceptanceProvider acceptances;
    private final Clock clock;

    public RenewalRequests(KeycloakSession session, Clock clock) {
        this.session = session;
        this.acceptances = session.getProvider(AcceptanceProvider.class);
        this.clock = clock;
    }

    /**
     * Has a user asked at the next sign-in, whatever was accepted, and puts that on record.
     *
     * @return false if the user is asked anyway, or is gone; nothing is written then
     * @throws IllegalArgumentException if nobody can be asked so, with what is wrong in words for an administrator
     */
    public boolean make(RealmModel realm, Agreement agreement, UserModel user, String reason, String administratorId) {
        if (!agreement.isRequired()) {
            throw new IllegalArgumentException("The agreement " + agreement.key()
                    + " is optional: what was answered to it is not asked for again.");
        }
        RenewalRequest request = new RenewalRequest(clock.instant(), reason, administratorId);
        Optional<Standing> affirmed = Standings.latest(session, realm, user)
                .on(agreement.id())
                .filter(standing -> standing.affirms(agreement));
        if (affirmed.isEmpty()
                || !acceptances.knownUsers().hold(user.getId())
                || !acceptances.ask(realm, user.getId(), affirmed.get(), request)) {
            return false;
        }
        session.getKeycloakSessionFactory()
                .publish(new RenewalRequestEvent(session, realm, user, agreement, affirmed.get(), request));
        Clearance.revoke(session, realm, user.getId());
        return true;
    }

    /**
     * Has a user not asked any more: what was accepted before does again, as far as nothing else is asked for. That goes on
     * record.
     *
     * @return false if nobody has the user asked, or the user has answered meanwhile; nothing is written then
     */
    public boolean takeBack(RealmModel realm, Agreement agreement, UserModel user) {
        Optional<Standing> asked = Standings.latest(session, realm, user)
                .on(agreement.id())
                .filter(standing -> standing.renewal() != null);
        if (asked.isEmpty() || !acceptances.takeBack(realm, user.getId(), asked.get())) {
            return false;
        }
        session.getKeycloakSessionFactory()
                .publish(new RenewalRequestEvent(session, realm, user, agreement, asked.get(), null));
        return true;
    }
}
