package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.log.LogAnchors.Anchor;
import io.agreements.keycloak.ledger.log.key.LogKeys;
import io.agreements.proof.merkle.Hash;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
    static final int BATCH = 2000;

    private static final Comparator<LogEntry> ORDER =
            Comparator.comparingLong(LogEntry::occurredAt).thenComparing(LogEntry::recordId);

    private final KeycloakSession session;
    private final LogStore store;
    private final LogAnchors anchors;
    private final Clock clock;

    Sequencer(KeycloakSession session, LogAnchors anchors, Clock clock) {
        this.session = session;
        this.store = session.getProvider(LedgerProvider.class).log();
        this.anchors = anchors;
        this.clock = clock;
    }

    /** @return whether there may be more */
    boolean sequence(RealmModel realm) {
        return sequence(realm, () -> LogKeys.active(session, realm));
    }

    /** @return whether there may be more */
    boolean sequence(RealmModel realm, Supplier<KeyWrapper> key) {
        if (store.find(realm.getId()).filter(log -> log.halt() != null).isPresent()) {
            return false;
        }
        LogState log = store.lock(realm.getId());
        if (log.halt() != null) {
            return false;
        }
        List<LogEntry> entries = new ArrayList<>(store.unindexed(realm.getId(), BATCH));
        if (entries.isEmpty()) {
            return false;
        }
        LogTree tree = new LogTree(store, realm.getId(), log.size());
        Optional<String> contradiction = contradiction(log, tree);
        if (contradiction.isPresent()) {
            new Halting(store, clock).halt(log, contradiction.get());
            return false;
        }
        // A log is easier read where it is about in the order of time.
        entries.sort(ORDER);
        store.index(entries, log.size());
        entries.forEach(entry -> tree.append(entry.entry()));
        tree.write();
        sign(realm, log.grown(tree.size()), tree.root(), key.get());
        return entries.size() == BATCH;
    }

    private Optional<String> contradiction(LogState log, LogTree tree) {
        try {
            if (log.size() > 0) {
                Optional<StoredCheckpoint> latest = store.latest(log);
                if (latest.isEmpty() || latest.get().size() != log.size()) {
                    return Optional.of("The last checkpoint is not of the " + log.size() + " entries there are");
                }
                if (!LogSigner.rootOf(latest.get().note()).equals(tree.root())) {
                    return Optional.of("The tiles are not those of the last checkpoint, of " + log.size() + " entries");
                }
            }
            return log.origin() == null ? Optional.empty() : outside(log, tree);
        } catch (DamagedLogException e) {
            return Optional.of("What is stored of the log is damaged: " + e.getMessage());
        }
    }

    private Optional<String> outside(LogState log, LogTree tree) {
        for (Anchor anchor : anchors.of(log, store.keys(log))) {
            if (anchor.size() > tree.size()) {
                return Optional.of(anchor.place() + " has a checkpoint of " + anchor.size()
                        + " entries, and the log has only " + tree.size());
            }
            if (!tree.root(anchor.size()).equals(Hash.of(anchor.root()))) {
                return Optional.of(
                        anchor.place() + " has a checkpoint of other " + anchor.size() + " entries than the log");
            }
        }
        return Optional.empty();
    }

    private void sign(RealmModel realm, LogState grown, Hash root, KeyWrapper key) {
        LogState named =
                grown.origin() == null ? grown.named(LogOrigin.of(session, realm, grown.originNumber())) : grown;
        LogSigner signer = new LogSigner(named.origin(), key);
        if (store.addKey(named, signer.verifierKey(), clock.instant())) {
            LOG.infof("The log of realm %s is signed by the key %s from now on", realm.getId(), signer.verifierKey());
        }
        store.add(
                realm.getId(),
                new StoredCheckpoint(
                        named.originNumber(),
                        named.size(),
                        clock.instant(),
                        signer.sign(named.size(), root),
                        new byte[0]));
        store.save(named);
    }
}
