package io.agreements.keycloak.ledger.log;

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

/** The log of a realm as everybody may read it: only what its last checkpoint covers. */
public final class PublicLog {

    private final LogStore store;
    private final LogPolicy policy;
    private final String realmId;

    PublicLog(LogStore store, LogPolicy policy, String realmId) {
        this.store = store;
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

    /** The last checkpoint with its cosignatures. */
    public Optional<Content> checkpoint() {
        return store.find(realmId).flatMap(store::latest).map(latest -> text(latest.whole()));
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
        return store.find(realmId).flatMap(store::latestStamped);
    }

    public Optional<Content> keys() {
        return store.find(realmId)
                .map(store::keys)
                .filter(keys -> !keys.isEmpty())
                .map(keys -> text(String.join("\n", keys) + "\n"));
    }

    public Optional<Content> policy() {
        return store.find(realmId)
                .map(store::keys)
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
