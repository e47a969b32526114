package io.agreements.keycloak.ledger.verification;

import java.time.Instant;
import java.util.List;

/** Where verifications are kept: the last one of each realm, and the last one that was done. Writing takes part in the session's transaction. */
public interface LogVerifications {

    /**
     * Keeps a new one in the place of the one before, and what the last one that was done came to.
     *
     * @param lostBefore one that was heard of only before that moment does not run any more
     * @return false if there is one that runs; nothing is kept then
     */
    boolean begin(LogVerification verification, Instant lostBefore);

    /** The last one of the realm, and behind it the last one that was done, where that is another. */
    List<LogVerification> find(String realmId);

    /** @return false if it was ended meanwhile */
    boolean advance(LogVerification verification, LogVerification.Progress progress);

    /** @return false if it was ended before */
    boolean end(LogVerification verification, LogVerification.End end);

    /** Forgets what belongs to a realm that is going. */
    void removeRealm(String realmId);
}
