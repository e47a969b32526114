package io.agreements.keycloak.jpa;

import io.agreements.keycloak.CollisionException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.StaleStateException;
import org.hibernate.exception.LockAcquisitionException;

/** Tells whether the database refused a transaction only because of another one at the same moment. */
public final class Collisions {

    /** SQL: "transaction rollback". */
    private static final String ROLLBACK = "40";

    /** What drivers say where a lock is not to be had in time. */
    private static final String TIMEOUT = "HYT00";

    /** MariaDB, MySQL: "record has changed since last read", "lock wait timeout exceeded"; SQL Server: "deadlock victim". */
    private static final Set<Integer> CODES = Set.of(1020, 1205);

    private Collisions() {}

    /** @param failure what was thrown; its causes count */
    public static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException
                    || cause instanceof LockAcquisitionException
                    || cause instanceof StaleStateException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLException sql && isOne(sql)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Carries out work of a transaction.
     *
     * @throws CollisionException if that failed because of another one
     */
    public static <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (isOne(e)) {
                throw new CollisionException(e);
            }
            throw e;
        }
    }

    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return CODES.contains(failure.getErrorCode())
                || state != null && (state.startsWith(ROLLBACK) || state.equals(TIMEOUT));
    }
}
