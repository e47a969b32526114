package io.agreements.keycloak.jpa;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;

/** Says at start that transactions do not see what others have committed meanwhile, where the database is set so. */
final class IsolationCheck implements ProviderEventListener {

    private static final Logger LOG = Logger.getLogger(IsolationCheck.class);

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            KeycloakModelUtils.runJobInTransaction(started.getFactory(), session -> {
                EntityManager entities =
                        session.getProvider(JpaConnectionProvider.class).getEntityManager();
                if (hidesWhatIsCommitted(
                        entities.unwrap(Session.class).doReturningWork(Connection::getTransactionIsolation))) {
                    LOG.warn("Agreements: transactions of the database are isolated more than READ COMMITTED. Requests"
                            + " at the same moment may fail, and what was published may be seen late. The documents for"
                            + " operators say how to set it (Which database)");
                }
            });
        }
    }

    static boolean hidesWhatIsCommitted(int isolation) {
        return isolation == Connection.TRANSACTION_REPEATABLE_READ || isolation == Connection.TRANSACTION_SERIALIZABLE;
    }
}
