package io.agreements.proof.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** Lends a connection for each page of rows. */
@FunctionalInterface
public interface Connections {

    /** @throws UnreadableException if the database does not answer */
    <T> T lend(Work<T> work);

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
