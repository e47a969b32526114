package io.agreements.keycloak.jpa.acceptance;

import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel.RealmCreationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * A realm that is made under the id of one that is gone begins without that one's standings, even while they are still being
 * removed behind the removal: it may have taken the agreements back, and have users with the same ids, who have decided
 * nothing in it. Where a realm is removed and made again in one go nothing waits to be removed, and its standings stay.
 */
final class RemadeRealms implements ProviderEventListener {

    private static final String REMOVE = "delete from StandingEntity s where s.realmId = :realmId and exists"
            + " (select e.realmId from RealmErasureEntity e where e.realmId = s.realmId and e.lastAt >= s.decidedAt)";

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmCreationEvent created) {
            remove(created.getKeycloakSession(), created.getCreatedRealm().getId());
        }
    }

    private static void remove(KeycloakSession session, String realmId) {
        session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(REMOVE)
                .setParameter("realmId", realmId)
                .executeUpdate();
    }
}
