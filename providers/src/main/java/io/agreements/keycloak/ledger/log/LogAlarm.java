package io.agreements.keycloak.ledger.log;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * An admin event of a realm that no administrator caused: something is wrong with its log. Keycloak's own maker of admin events
 * wants an administrator. It goes where those go: into the event store where the realm keeps them, and to the realm's listeners.
 */
final class LogAlarm {

    static final String HALTED = "log_halted";
    static final String UNFIT = "log_record_unfit";

    private static final Logger LOG = Logger.getLogger(LogAlarm.class);

    private static final String RESOURCE_TYPE = "AGREEMENT_LOG";
    private static final String PATH = "agreements/log";

    private final KeycloakSession session;

    LogAlarm(KeycloakSession session) {
        this.session = session;
    }

    /**
     * @param error what is wrong, in one word for machines
     * @param reason the same in words
     */
    void send(String realmId, Instant at, String error, String reason) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return;
        }
        AdminEvent event = event(realm, at, error, reason);
        if (realm.isAdminEventsEnabled()) {
            EventStoreProvider store = session.getProvider(EventStoreProvider.class);
            if (store != null) {
                store.onEvent(event, false);
            }
        }
        realm.getEventsListenersStream().forEach(listener -> send(listener, event));
    }

    private static AdminEvent event(RealmModel realm, Instant at, String error, String reason) {
        AuthDetails nobody = new AuthDetails();
        nobody.setRealmId(realm.getId());
        nobody.setRealmName(realm.getName());
        AdminEvent event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(at.toEpochMilli());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setAuthDetails(nobody);
        event.setOperationType(OperationType.ACTION);
        event.setResourceTypeAsString(RESOURCE_TYPE);
        event.setResourcePath(PATH);
        event.setError(error);
        event.setDetails(Map.of("reason", reason));
        return event;
    }

    /** As Keycloak does it: a listener that fails keeps nobody else from hearing, and the log as it is. */
    private void send(String id, AdminEvent event) {
        EventListenerProvider listener = session.getProvider(EventListenerProvider.class, id);
        if (listener == null) {
            return;
        }
        try {
            listener.onEvent(event, false);
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "The event listener %s did not take that something is wrong with the log of realm %s",
                    id,
                    event.getRealmId());
        }
    }
}
