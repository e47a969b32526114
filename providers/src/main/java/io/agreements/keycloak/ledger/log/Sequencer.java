package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.key.LogKeys;
import io.agreements.keycloak.ledger.log.store.LogEntry;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.Growth;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Puts records of a realm into its log: index, tiles and the signed checkpoint over them in the session's transaction, while
 * it holds the log. Nothing is signed that contradicts what was signed before, or is known to be outside.
 */
final class Sequencer {

    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    /** Records for each checkpoint at most. */
    static final int BATCH = 500;

    private static final Comparator<LogEntry> ORDER =
            Comparator.comparingLong(LogEntry::recordedAt).thenComparing(LogEntry::recordId);

    private final KeycloakSession session;
    private final LogStore store;
    private final LogAnchors anchors;
    private final Clock clock;

    Sequencer(KeycloakSession session, LogStore store, LogAnchors anchors, Clock clock) {
        this.session = session;
        this.store = store;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** @return how many there were; {@link #BATCH} if there may be more */
    int sequence(RealmModel realm) {
        if (isHalted(realm)) {
            return 0;
        }
        Optional<KeyWrapper> key = LogKeys.active(session, realm);
        if (key.isEmpty()) {
            LOG.warnf(
                    "Realm %s has no active key of the kind %s; its records wait for one", realm.getId(), LogKeys.KIND);
            return 0;
        }
        return sequence(realm, key.get(), store.realmKeys(realm.getId()));
    }

    /**
     * @param publicKeys by which earlier checkpoints of the realm are verified
     * @return how many there were; {@link #BATCH} if there may be more
     */
    int sequence(RealmModel realm, KeyWrapper signing, List<String> publicKeys) {
        LogState log = store.lock(realm.getId());
        if (log.isHalted()) {
            return 0;
        }
        List<LogEntry> entries =
                store.unindexed(realm.getId(), BATCH).stream().sorted(ORDER).toList();
        if (entries.isEmpty()) {
            return 0;
        }
        LogTree tree = new LogTree(store, realm.getId());
        LogTrust trust = LogTrust.of(store, (PublicKey) signing.getPublicKey(), publicKeys);
        Optional<String> contradiction = new Contradictions(store, trust, anchors).find(log, tree);
        if (contradiction.isPresent()) {
            new Halting(session, store, clock).halt(log, contradiction.get());
            return 0;
        }
        store.index(entries, log.size());
        Growth growth = tree.grow(
                log.size(), entries.stream().map(LogEntry::entry).map(Entry::of).toList());
        sign(realm, log, growth, signing);
        return entries.size();
    }

    /** Whether the log takes records: it is not halted, and has a key. */
    boolean isOpen(RealmModel realm) {
        return !isHalted(realm) && LogKeys.active(session, realm).isPresent();
    }

    private boolean isHalted(RealmModel realm) {
        return store.find(realm.getId()).filter(LogState::isHalted).isPresent();
    }

    private void sign(RealmModel realm, LogState log, Growth growth, KeyWrapper key) {
        String origin = log.origin() == null ? LogOrigin.of(session, realm) : log.origin();
        LogState grown = log.grown(origin, growth.size());
        new CheckpointBook(store, clock).sign(grown, key, new Checkpoint(origin, growth.size(), growth.root()));
        store.save(grown);
    }
}
