package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.merkle.ConsistencyProof;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;

/** What becomes known of a log while its checkpoints are brought out. Writing takes part in the session's transaction. */
public final class OutgoingLog {

    private final KeycloakSession session;
    private final LogStore store;
    private final LogState log;
    private final Clock clock;

    /** @param log as it was when that began */
    public OutgoingLog(KeycloakSession session, LogStore store, LogState log, Clock clock) {
        this.session = session;
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** That it only grew between two sizes. */
    public ConsistencyProof consistency(long earlier, long size) {
        return new LogTree(store, log.realmId()).consistency(earlier, size);
    }

    /** Adds a witness's line to the checkpoint of that size. */
    public boolean cosign(long size, String line) {
        store.lock(log.realmId());
        StoredCheckpoint checkpoint = store.checkpoint(log, size).orElseThrow();
        store.cosign(log.realmId(), checkpoint, checkpoint.cosignatures() + line);
        return true;
    }

    /**
     * Notes which checkpoint went out last.
     *
     * @return false if somebody else has meanwhile
     */
    public boolean sent(long before, long size) {
        LogState now = store.lock(log.realmId());
        if (now.originNumber() != log.originNumber() || now.sentSize() != before) {
            return false;
        }
        store.save(now.sent(size));
        return true;
    }

    /** Nothing is added to the log any more. */
    public boolean halt(String reason) {
        LogState now = store.lock(log.realmId());
        if (now.originNumber() != log.originNumber() || now.isHalted()) {
            return false;
        }
        new Halting(session, store, clock).halt(now, reason);
        return true;
    }
}
