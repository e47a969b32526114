package io.agreements.keycloak.event;

import java.time.Clock;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/** Listens to what Keycloak alone knows. */
final class AgreementsEventListener implements EventListenerProvider {

    private final Grants grants;

    AgreementsEventListener(KeycloakSession session, Clock clock) {
        this.grants = new Grants(session, clock);
    }

    @Override
    public void onEvent(Event event) {
        grants.on(event);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() == null) {
            grants.on(event);
        }
    }

    @Override
    public void close() {}
}
