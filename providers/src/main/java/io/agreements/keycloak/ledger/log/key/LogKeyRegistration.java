package io.agreements.keycloak.ledger.log.key;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/**
 * Gives a key to realms that have none: to a new one in the transaction that makes it, to those there are when the server
 * starts, and to one whose last key an administrator takes away, in that request. Never at another time: a removal of the
 * realm that has read what there is would fail over what came afterwards.
 */
final class LogKeyRegistration implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(LogKeyRegistration.class);

    private static final String CLUSTER_TASK = "agreements-log-keys";
    private static final int CLUSTER_TASK_SECONDS = 300;

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            registerEverywhere(started.getFactory());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            register(created.getCreatedRealm());
        }
    }

    /** On one node of those that start together: each would add what it finds missing. */
    private static void registerEverywhere(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.getProvider(ClusterProvider.class)
                        .executeIfNotExecuted(CLUSTER_TASK, CLUSTER_TASK_SECONDS, () -> {
                            KeycloakModelUtils.runJobInTransaction(
                                    factory,
                                    own -> own.realms()
                                            .getRealmsStream()
                                            .toList()
                                            .forEach(LogKeyRegistration::register));
                            return null;
                        }));
    }

    static void register(RealmModel realm) {
        if (!LogKeys.hasActive(realm)) {
            LogKeys.add(realm);
            LOG.infof("Realm %s has a key for its log", realm.getId());
        }
    }

    /**
     * At the end of a transaction that changes a key, before it is committed. What verifies the checkpoints that key signed
     * stays with the realm.
     *
     * @param before as it was
     */
    static void registerAtTheEnd(KeycloakSession session, RealmModel realm, ComponentModel before) {
        String name = LogKeyRegistration.class.getName() + "." + realm.getId();
        End end = session.getAttribute(name, End.class);
        if (end == null) {
            end = new End(session, realm.getId(), name);
            session.setAttribute(name, end);
            session.getTransactionManager().enlistPrepare(end);
        }
        end.before.addAll(LogKeys.publicKeys(before));
    }

    private static final class End extends AbstractKeycloakTransaction {

        private final KeycloakSession session;
        private final String realmId;
        private final String name;
        private final Set<String> before = new LinkedHashSet<>();

        private End(KeycloakSession session, String realmId, String name) {
            this.session = session;
            this.realmId = realmId;
            this.name = name;
        }

        @Override
        protected void commitImpl() {
            // What is changed here comes back here, and nothing is enlisted any more.
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                register(realm);
                LogKeys.keep(realm, Set.copyOf(before));
            }
            session.removeAttribute(name);
        }

        @Override
        protected void rollbackImpl() {
            session.removeAttribute(name);
        }
    }
}
