package io.agreements.keycloak.ledger.removal;

import java.util.List;

/**
 * What is left to do of realms that are gone. So many users may have been in one that it is done slice by slice behind its
 * removal, each slice in the session's transaction.
 */
public interface RealmErasures {

    /** Those in which something is left; the one that has been gone for the longest first, some dozen at most. */
    List<RealmErasure> waiting();

    /**
     * Keeps others from doing a slice of it until the transaction ends, or waits for them.
     *
     * @return false if nothing is left any more
     */
    boolean lock(RealmErasure erasure);

    /**
     * Erases what identifies persons from the next records. The realm has to be locked.
     *
     * @param some how many records to pass, about; more than 0
     * @return whether all are passed
     */
    boolean eraseSome(RealmErasure erasure, int some);

    /** Nothing is left. The realm has to be locked. */
    void finish(RealmErasure erasure);
}
