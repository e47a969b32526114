package io.agreements.keycloak.event;

import io.agreements.keycloak.account.departure.Departures;
import io.agreements.keycloak.ledger.Actor;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.storage.StoreSyncEvent;

/** Hears from Keycloak that users go, one by one or many at once. */
final class RemovalListener implements ProviderEventListener {

    private final Clock clock;

    RemovalListener(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof UserPreRemovedEvent removed) {
            removeUser(removed.getKeycloakSession(), removed.getRealm(), removed.getUser());
        } else if (event instanceof UserRemovedEvent removed) {
            removeUser(removed.getKeycloakSession(), removed.getRealm(), removed.getUser());
        } else if (event instanceof RealmRemovedEvent removed) {
            Removals.of(removed.getKeycloakSession(), clock).add(removed.getRealm());
        } else if (event instanceof StoreSyncEvent sync && sync.getRemoved() && sync.getModel() != null) {
            removeUserStore(sync);
        }
    }

    /**
     * Most removals are announced twice, before and after; some only after, such as that of an imported user who is gone from
     * the store. The account of a client (service account) is nobody's.
     */
    private void removeUser(KeycloakSession session, RealmModel realm, UserModel user) {
        if (user.getServiceAccountClientLink() == null) {
            Removals.of(session, clock).add(realm, user);
        }
    }

    /** Keycloak tells of a user store's end only when that is committed, and nobody before: hence a transaction of our own. */
    private void removeUserStore(StoreSyncEvent sync) {
        Actor actor = Actor.of(sync.getSession(), null);
        String realmId = sync.getRealm().getId();
        KeycloakModelUtils.runJobInTransaction(sync.getSession().getKeycloakSessionFactory(), session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            new Departures(session, clock).ofUserStore(realm, sync.getModel(), actor);
        });
    }
}
