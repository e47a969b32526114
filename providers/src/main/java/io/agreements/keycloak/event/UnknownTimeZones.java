package io.agreements.keycloak.event;

import io.agreements.keycloak.RealmTimeZone;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Says of which realms the time zone is not understood: when the server starts, and when a realm is made. */
final class UnknownTimeZones implements ProviderEventListener {

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            KeycloakModelUtils.runJobInTransaction(
                    started.getFactory(),
                    session -> session.realms().getRealmsStream().forEach(RealmTimeZone::warnIfUnknown));
        } else if (event instanceof RealmPostCreateEvent created) {
            RealmTimeZone.warnIfUnknown(created.getCreatedRealm());
        }
    }
}
