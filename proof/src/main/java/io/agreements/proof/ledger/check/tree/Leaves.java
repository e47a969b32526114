package io.agreements.proof.ledger.check.tree;

import io.agreements.proof.merkle.Hash;

/** Takes the leaves of a log one after the other. */
@FunctionalInterface
public interface Leaves {

    /** @param recordedAt when the record was written, in ms; 0 if it is not there */
    void append(Hash leaf, long recordedAt);
}
