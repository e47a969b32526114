package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.MalformedException;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.TilePath;
import io.agreements.proof.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** The log of a realm as everybody may read it: only what its last checkpoint covers. */
public final class PublicLog {

    private final LogStore store;
    private final LogTrust trust;
    private final LogPolicy policy;
    private final String realmId;

    PublicLog(LogStore store, LogPolicy policy, String realmId) {
        this.store = store;
        this.trust = LogTrust.of(store);
        this.policy = policy;
        this.realmId = realmId;
    }

    /** Something that changes, and the digest by which that is told. */
    public record Content(byte[] bytes) {

        public String digest() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    /** The last checkpoint with its cosignatures; empty if the last one that is stored is not signed by the realm. */
    public Optional<Content> checkpoint() {
        return signed(store::latest).map(latest -> text(latest.whole()));
    }

    /** The last time stamp there is, as the authority signed it. */
    public Optional<Content> timeStamp() {
        return stamped().map(checkpoint -> new Content(checkpoint.stamp().token()));
    }

    /** The checkpoint that stamp is on. */
    public Optional<Content> stampedCheckpoint() {
        return stamped().map(checkpoint -> text(checkpoint.whole()));
    }

    private Optional<StoredCheckpoint> stamped() {
        return signed(store::latestStamped);
    }

    private Optional<StoredCheckpoint> signed(Function<LogState, Optional<StoredCheckpoint>> reader) {
        return store.find(realmId)
                .flatMap(log -> reader.apply(log).filter(checkpoint -> trust.believes(log, checkpoint)));
    }

    public Optional<Content> keys() {
        return store.find(realmId)
                .map(trust::published)
                .filter(keys -> !keys.isEmpty())
                .map(keys -> text(String.join("\n", keys) + "\n"));
    }

    public Optional<Content> policy() {
        return store.find(realmId)
                .map(trust::published)
                .filter(keys -> !keys.isEmpty())
                .map(policy::of)
                .map(PublicLog::text);
    }

    private static Content text(String words) {
        return new Content(words.getBytes(StandardCharsets.UTF_8));
    }

    /** @param address from {@code tile/} on */
    public Optional<byte[]> tile(String address) {
        try {
            TilePath path = TilePath.parse(address);
            int length = path.width() * (path.isOfEntries() ? Short.BYTES + Entry.LENGTH : Hash.LENGTH);
            return store.tile(realmId, path)
                    .filter(stored -> stored.length >= length)
                    .map(stored -> Arrays.copyOf(stored, length));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
