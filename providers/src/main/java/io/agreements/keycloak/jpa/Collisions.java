package io.agreements.keycloak.jpa;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.hibernate.StaleStateException;

/** Tells whether the database refused a transaction only because of another one at the same moment. */
public final class Collisions {

    /** SQL: "transaction rollback". */
    private static final String ROLLBACK = "40";

    /** What drivers say where a lock is not to be had in time. */
    private static final String TIMEOUT = "HYT00";

    /** MariaDB: "record has changed since last read". */
    private static final int MARIADB_CHANGED = 1020;

    private Collisions() {}

    /** @param failure what was thrown; its causes count */
    public static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException
                    || cause instanceof StaleStateException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLException sql && isOne(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return failure.getErrorCode() == MARIADB_CHANGED
                || state != null && (state.startsWith(ROLLBACK) || state.equals(TIMEOUT));
    }
}
