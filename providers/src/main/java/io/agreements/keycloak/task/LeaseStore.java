package io.agreements.keycloak.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Keeps the leases of tasks. Each call is one statement, and takes part in the session's transaction.
 */
public interface LeaseStore {

    /** All leases of a task, those that have ended included. */
    List<Lease> all(String task);

    /** Those an owner has. */
    List<Lease> ownedBy(String task, String owner);

    /**
     * Keeps a lease unless there is one of its part.
     *
     * @return false if there is; nothing is written then
     */
    boolean add(String task, Lease lease);

    /**
     * Gives parts to an owner as far as they are free, with a token higher by one. Of any number of owners at the same moment
     * one gets a part.
     *
     * @param times say which are free, and until when they are taken
     * @throws io.agreements.keycloak.CollisionException if the database refuses it because of another at the same moment
     */
    void take(String task, Collection<String> parts, String owner, LeaseTimes times);

    /**
     * Has all leases of an owner end at another moment.
     *
     * @return how many the owner still had
     */
    int end(String task, String owner, Instant until);

    /** Forgets leases that ended before that moment. */
    void remove(String task, Collection<String> parts, Instant before);
}
