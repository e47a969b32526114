package io.agreements.keycloak.flow.newcomer;

import java.time.Clock;
import java.util.Set;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sees to it that a user made by a first broker login is never stored without what was decided before, even if the flow
 * goes on with another page afterwards. Keycloak has no event of its own for a new user, but tells at the end of every
 * request of that flow, in its transaction.
 */
final class NewcomerListener implements EventListenerProvider {

    private static final Set<EventType> REQUEST_DONE =
            Set.of(EventType.IDENTITY_PROVIDER_FIRST_LOGIN, EventType.IDENTITY_PROVIDER_FIRST_LOGIN_ERROR);

    private final KeycloakSession session;
    private final Clock clock;

    NewcomerListener(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void onEvent(Event event) {
        AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
        if (REQUEST_DONE.contains(event.getType()) && authSession != null && hasNewUser(authSession)) {
            takeOver(authSession);
        }
    }

    /** Errors are also told in a transaction of their own, which does not see the user yet. */
    private void takeOver(AuthenticationSessionModel authSession) {
        KeptDecisions kept = new KeptDecisions(authSession);
        UserModel newUser = authSession.getAuthenticatedUser();
        if (kept.isEmpty() || newUser == null) {
            return;
        }
        RealmModel realm = session.getContext().getRealm();
        UserModel user = session.users().getUserById(realm, newUser.getId());
        if (user != null) {
            kept.hand(session, realm, user, clock);
        }
    }

    private static boolean hasNewUser(AuthenticationSessionModel authSession) {
        return Boolean.parseBoolean(authSession.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {}

    @Override
    public void close() {}
}
