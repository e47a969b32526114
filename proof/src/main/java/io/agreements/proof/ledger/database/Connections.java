package io.agreements.proof.ledger.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Lends a connection to the database of a ledger for a query at a time. */
public interface Connections extends AutoCloseable {

    /**
     * @return what the query gave
     * @throws SQLException if it fails
     */
    <T> T lend(Query<T> query) throws SQLException;

    @Override
    default void close() {
        // Nothing is kept open between two queries.
    }

    /** What is asked of the database. */
    @FunctionalInterface
    interface Query<T> {
        T ask(Connection connection) throws SQLException;
    }
}
