package io.agreements.proof.ledger;

import java.util.Iterator;

/** Rows one after the other. */
public interface Rows extends Iterator<Row>, AutoCloseable {

    @Override
    void close();
}
