package io.agreements.keycloak.event;

import io.agreements.keycloak.agreement.Revision;
import java.time.Clock;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

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
            renewRevision(event.getRealmId());
        }
    }

    /**
     * Whoever saves a realm as it was read some time ago writes the catalogue's revision of that time back; a node that
     * still holds the snapshot of that time would take it for current.
     */
    private void renewRevision(String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm != null && Revision.of(realm) != null) {
            Revision.renew(realm);
        }
    }

    @Override
    public void close() {}
}
