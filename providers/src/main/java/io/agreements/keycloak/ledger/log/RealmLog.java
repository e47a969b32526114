package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.key.LogKeys;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.log.LogProof;
import io.agreements.proof.merkle.InclusionProof;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifierKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The log of one realm, in the session's transaction. */
public final class RealmLog {

    private static final Logger LOG = Logger.getLogger(RealmLog.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LogStore store;
    private final LogTrust trust;
    private final LogAnchors anchors;
    private final LogPolicy policy;
    private final Clock clock;

    public RealmLog(
            KeycloakSession session,
            RealmModel realm,
            LogStore store,
            LogAnchors anchors,
            LogPolicy policy,
            Clock clock) {
        this.session = session;
        this.realm = realm;
        this.store = store;
        this.trust = LogTrust.of(store);
        this.anchors = anchors;
        this.policy = policy;
        this.clock = clock;
    }

    /** As everybody may read it. */
    public PublicLog open() {
        return new PublicLog(store, policy, realm.getId());
    }

    /** How far it is; empty before its first checkpoint. */
    public Optional<LogState> state() {
        return store.find(realm.getId()).filter(log -> log.origin() != null);
    }

    /** Its last checkpoint; empty if the last one that is stored is not signed by the realm. */
    public Optional<StoredCheckpoint> latest() {
        return signed(store::latest);
    }

    private Optional<StoredCheckpoint> signed(Function<LogState, Optional<StoredCheckpoint>> reader) {
        return state().flatMap(log -> reader.apply(log).filter(checkpoint -> trust.believes(log, checkpoint)));
    }

    /** When its last checkpoint was signed. */
    public Optional<Instant> signedAt() {
        return latest().map(StoredCheckpoint::signedAt);
    }

    /**
     * That the entry with this index is in a checkpoint: the first one with a time stamp, or the last one there is. Empty if it
     * is in none, or the checkpoint is not signed by the realm, or the tree is not the one that was signed.
     */
    public Optional<LogEvidence> evidence(long index) {
        return state().flatMap(log -> store.firstStamped(log, index + 1)
                .or(() -> store.latest(log))
                .filter(checkpoint -> index < checkpoint.size())
                .flatMap(checkpoint -> evidence(log, checkpoint, index)));
    }

    private Optional<LogEvidence> evidence(LogState log, StoredCheckpoint checkpoint, long index) {
        try {
            Checkpoint signed = trust.verify(log, checkpoint);
            LogTree tree = new LogTree(store, realm.getId());
            InclusionProof inclusion = tree.inclusion(index, checkpoint.size());
            if (!tree.root(checkpoint.size()).equals(signed.root())) {
                throw new DamagedLogException("the tree is not the one that the checkpoint was signed for");
            }
            List<String> keys = trust.published(log);
            return Optional.of(new LogEvidence(
                    new LogProof(index, inclusion.hashes(), SignedNote.parse(checkpoint.whole())),
                    String.join("\n", keys) + "\n",
                    policy.of(keys),
                    Optional.ofNullable(checkpoint.stamp()).map(StoredCheckpoint.Stamp::token)));
        } catch (DamagedLogException | MalformedException | UnverifiedException e) {
            LOG.warnf("Nothing can be proved by the log of realm %s: %s", realm.getId(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Its last checkpoint that has a time stamp. */
    public Optional<StoredCheckpoint> latestStamped() {
        return signed(store::latestStamped);
    }

    /** Its last checkpoint that witnesses have cosigned. */
    public Optional<StoredCheckpoint> latestCosigned() {
        return signed(store::latestCosigned);
    }

    /** Whether the realm has a key by which it can sign. */
    public boolean canSign() {
        return LogKeys.active(session, realm).isPresent();
    }

    /**
     * Has a log go on that was halted. It is looked at again before anything is added.
     *
     * @param anew under another origin: what is stored is then a log of its own, and contradicts none before
     * @return false if it is not halted
     */
    public boolean resume(boolean anew) {
        LogState log = store.lock(realm.getId());
        if (!log.isHalted()) {
            return false;
        }
        store.save(anew ? beginAnew(log) : log.resumed());
        LOG.warnf(
                "The log of realm %s goes on%s: an administrator wants it so",
                realm.getId(), anew ? " under another origin" : "");
        return true;
    }

    private LogState beginAnew(LogState halted) {
        LogState log = halted.renamed(LogOrigin.next(halted.origin(), halted.originNumber() + 1));
        Checkpoint checkpoint =
                new Checkpoint(log.origin(), log.size(), new LogTree(store, realm.getId()).root(log.size()));
        new CheckpointBook(store, clock)
                .sign(log, LogKeys.active(session, realm).orElseThrow(), checkpoint);
        return log;
    }

    /**
     * A realm that is made under the id of one that was removed goes on with its log, so it answers for the keys by which that
     * was signed.
     */
    public void begin() {
        List<PublicKey> keys = state().stream()
                .flatMap(log -> trust.stored(log).stream())
                .map(VerifierKey::toPublicKey)
                .toList();
        if (!keys.isEmpty()) {
            LogKeys.adopt(realm, keys);
        }
    }

    /** Puts what is left into the log of a realm that is removed, as long as its key is there. */
    public void end() {
        Optional<KeyWrapper> key = LogKeys.remembered(session, realm);
        Sequencer sequencer = new Sequencer(session, store, anchors, clock);
        List<String> publicKeys = LogKeys.rememberedPublicKeys(session, realm);
        while (key.isPresent() && sequencer.sequence(realm, key.get(), publicKeys) == Sequencer.BATCH) {
            LOG.debugf("More records of realm %s, which is removed, go into its log", realm.getId());
        }
    }
}
