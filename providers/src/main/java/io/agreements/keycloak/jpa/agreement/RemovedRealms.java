package io.agreements.keycloak.jpa.agreement;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmCreationEvent;
import org.keycloak.models.RealmModel.RealmPostCreateEvent;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Agreements of a realm that was removed stay for those who read the ledger, and are no other realm's: one that is made
 * later under the same id begins without any. Where a realm is removed and made again in one go, as an import does that
 * overrides it, it keeps them; and so it does where its attribute {@code agreements.takeBack} says so.
 */
final class RemovedRealms implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(RemovedRealms.class);

    /** Realm attribute by which an operator says that the realm is the one there was. Gone once it is heeded. */
    private static final String TAKE_BACK = "agreements.takeBack";

    private static final long PRESENT = 0;

    private final CatalogueCache cache;
    private final Clock clock;

    RemovedRealms(CatalogueCache cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof RealmRemovedEvent removed) {
            onRemoval(removed.getKeycloakSession(), removed.getRealm().getId());
        } else if (event instanceof RealmCreationEvent created) {
            onCreation(created.getKeycloakSession(), created.getCreatedRealm().getId());
        } else if (event instanceof RealmPostCreateEvent created) {
            onCompletion(created.getKeycloakSession(), created.getCreatedRealm());
        }
    }

    private void onRemoval(KeycloakSession session, String realmId) {
        long removedAt = clock.millis();
        move(session, realmId, PRESENT, removedAt);
        session.setAttribute(removalOf(realmId), removedAt);
        cache.forget(realmId);
    }

    private void onCreation(KeycloakSession session, String realmId) {
        Long removedAt = session.getAttribute(removalOf(realmId), Long.class);
        if (removedAt != null) {
            move(session, realmId, removedAt, PRESENT);
        } else {
            move(session, realmId, PRESENT, clock.millis());
        }
        cache.forget(realmId);
    }

    private void onCompletion(KeycloakSession session, RealmModel realm) {
        if (!Boolean.parseBoolean(realm.getAttribute(TAKE_BACK))) {
            return;
        }
        realm.removeAttribute(TAKE_BACK);
        List<Long> removals = entities(session)
                .createNamedQuery(AgreementEntity.REMOVALS, Long.class)
                .setParameter("realmId", realm.getId())
                .getResultList();
        if (removals.get(0) == null) {
            LOG.warnf(
                    "Realm %s has no agreements to take back: no realm with the id %s was removed that had any",
                    realm.getName(), realm.getId());
        } else if (hasNone(session, realm)) {
            move(session, realm.getId(), removals.get(0), PRESENT);
            LOG.infof("Realm %s has taken its agreements back", realm.getName());
        }
        cache.forget(realm.getId());
    }

    private static boolean hasNone(KeycloakSession session, RealmModel realm) {
        return new CatalogueReader(entities(session)).changes(realm).isEmpty();
    }

    private static void move(KeycloakSession session, String realmId, long from, long to) {
        entities(session)
                .createNamedQuery(AgreementEntity.MOVE)
                .setParameter("realmId", realmId)
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    private static String removalOf(String realmId) {
        return RemovedRealms.class.getName() + "." + realmId;
    }
}
