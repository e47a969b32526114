package io.agreements.keycloak.jpa.ledger.verification;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.database.Connections;
import io.agreements.proof.ledger.database.JdbcLedger;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import org.hibernate.Session;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.connections.jpa.util.JpaUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The ledger in Keycloak's own database: each query in a session of its own, so that no transaction lasts. */
public final class LiveLedger implements Connections {

    private static final String A_TABLE = "AGR_LOG";

    private final KeycloakSessionFactory sessions;

    private LiveLedger(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    /** That of a realm; it may outlive the session. */
    public static LedgerSource open(KeycloakSession session, String realmId) {
        return JdbcLedger.live(new LiveLedger(session.getKeycloakSessionFactory()), schema(entities(session)), realmId);
    }

    /** Null if it is the one that connections have. */
    private static String schema(EntityManager entities) {
        String table = JpaUtils.getTableNameForNativeQuery(A_TABLE, entities);
        return table.equals(A_TABLE) ? null : table.substring(0, table.length() - A_TABLE.length() - 1);
    }

    private static EntityManager entities(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    @Override
    public <T> T lend(Query<T> query) throws SQLException {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> entities(session).unwrap(Session.class).doReturningWork(query::ask));
    }
}
