package io.agreements.keycloak.jpa.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogEntry;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.jdbc.Work;
import org.keycloak.connections.jpa.util.JpaUtils;

/** Gives records their places in the log, many in one go. A record that has one already fails the whole. */
final class Indexing implements Work {

    private final String sql;
    private final List<LogEntry> entries;
    private final long first;

    Indexing(EntityManager entities, List<LogEntry> entries, long first) {
        this.sql = "update " + JpaUtils.getTableNameForNativeQuery("AGR_RECORD", entities)
                + " set LOG_INDEX = ? where ID = ? and OCCURRED_AT = ? and LOG_INDEX is null";
        this.entries = entries;
        this.first = first;
    }

    @Override
    public void execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long index = first;
            for (LogEntry entry : entries) {
                statement.setLong(1, index++);
                statement.setString(2, entry.recordId());
                // Where the table has a partition for each month, this says which.
                statement.setLong(3, entry.occurredAt());
                statement.addBatch();
            }
            for (int rows : statement.executeBatch()) {
                if (rows != 1 && rows != Statement.SUCCESS_NO_INFO) {
                    throw new IllegalStateException(
                            "A record was put into the log at the same moment by somebody else");
                }
            }
        }
    }
}
