package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.log.Checkpoint;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.keycloak.crypto.KeyWrapper;

/** Signs checkpoints and keeps them, and by which key that was. */
final class CheckpointBook {

    private static final Logger LOG = Logger.getLogger(CheckpointBook.class);

    private final LogStore store;
    private final Clock clock;

    CheckpointBook(LogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param log as large as the checkpoint says, and of its origin */
    void sign(LogState log, KeyWrapper key, Checkpoint checkpoint) {
        LogSigner signer = LogSigner.of(checkpoint.origin(), key);
        Instant now = clock.instant();
        if (store.addKey(log, signer.verifierKey().toString(), now)) {
            LOG.infof("The log of realm %s is signed by the key %s from now on", log.realmId(), signer.verifierKey());
        }
        String note = signer.sign(checkpoint, now).toString();
        store.add(log.realmId(), new StoredCheckpoint(log.originNumber(), checkpoint.size(), now, note, "", null));
    }
}
