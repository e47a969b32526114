package io.agreements.proof.ledger;

/** Hears how far a verification is. */
@FunctionalInterface
public interface Progress {

    /**
     * @param done how many records have been looked at
     * @param all how many there are
     */
    void at(long done, long all);
}
