package io.agreements.keycloak.event;

import io.agreements.keycloak.RealmTimeZone;
import java.time.Clock;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;

/** Listens to what Keycloak alone knows. */
final class AgreementsEventListener implements EventListenerProvider {

    private final KeycloakSession session;
    private final Grants grants;

    AgreementsEventListener(KeycloakSession session, Clock clock) {
        this.session = session;
        this.grants = new Grants(session, clock);
    }

    @Override
    public void onEvent(Event event) {
        grants.on(event);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getError() != null) {
            return;
        }
        grants.on(event);
        if (event.getResourceType() == ResourceType.REALM && event.getOperationType() == OperationType.UPDATE) {
            RealmTimeZone.warnIfUnknown(session.realms().getRealm(event.getRealmId()));
        }
    }

    @Override
    public void close() {}
}
