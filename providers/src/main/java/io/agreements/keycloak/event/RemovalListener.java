package io.agreements.keycloak.event;

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

/** Sees to what has to go with users when Keycloak says that they go. */
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
            KeycloakSession session = removed.getKeycloakSession();
            Atomically.run(session, () -> deletions(session).ofRealm(removed.getRealm()));
        } else if (event instanceof StoreSyncEvent sync && sync.getRemoved() && sync.getModel() != null) {
            removeUserStore(sync);
        }
    }

    /**
     * Most removals are announced twice, before and after; some only after, such as that of an imported user who is gone from
     * the store. The first announcement counts.
     */
    private void removeUser(KeycloakSession session, RealmModel realm, UserModel user) {
        String announced = RemovalListener.class.getName() + "." + user.getId();
        if (session.getAttribute(announced) == null) {
            session.setAttribute(announced, Boolean.TRUE);
            Atomically.run(session, () -> deletions(session).ofUser(realm, user));
        }
    }

    /** Keycloak tells of a user store's end only when that is committed, and nobody before: hence a transaction of our own. */
    private void removeUserStore(StoreSyncEvent sync) {
        Actor actor = Actor.of(sync.getSession(), null);
        String realmId = sync.getRealm().getId();
        KeycloakModelUtils.runJobInTransaction(sync.getSession().getKeycloakSessionFactory(), session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            deletions(session).ofUserStore(realm, sync.getModel(), actor);
        });
    }

    private Deletions deletions(KeycloakSession session) {
        return new Deletions(session, clock);
    }
}
