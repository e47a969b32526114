package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.key.LogKeys;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifierKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which checkpoints of a log are believed: those signed by a key that its realm has or had. What is stored beside them says
 * nothing about that, for whoever puts a checkpoint there puts a key there too. Only of a realm that is gone, whose keys went
 * with it, nothing else is left.
 */
public final class LogTrust {

    private final LogStore store;
    private final Function<LogState, List<PublicKey>> realmKeys;

    private LogTrust(LogStore store, Function<LogState, List<PublicKey>> realmKeys) {
        this.store = store;
        this.realmKeys = realmKeys;
    }

    /** As the keys of realms are stored now. */
    public static LogTrust of(LogStore store) {
        return new LogTrust(store, log -> read(store.realmKeys(log.realmId())));
    }

    /**
     * For a realm whose keys are not stored any more, or that signs by one that is not stored at all.
     *
     * @param signing the key by which it signs now
     * @param publicKeys those it has or had, as its components have them
     */
    static LogTrust of(LogStore store, PublicKey signing, List<String> publicKeys) {
        List<PublicKey> all = new ArrayList<>(read(publicKeys));
        all.add(signing);
        return new LogTrust(store, log -> all);
    }

    private static List<PublicKey> read(List<String> publicKeys) {
        return publicKeys.stream().flatMap(key -> read(key).stream()).toList();
    }

    /** What is no key vouches for nothing. */
    private static Optional<PublicKey> read(String publicKey) {
        try {
            return Optional.of(KeyFactory.getInstance(LogKeys.CURVE)
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getMimeDecoder().decode(publicKey))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whom the log is believed by, under its origin now. */
    public List<VerifierKey> keys(LogState log) {
        if (log.origin() == null) {
            return List.of();
        }
        List<PublicKey> known = realmKeys.apply(log);
        return known.isEmpty()
                ? stored(log)
                : known.stream()
                        .map(key -> VerifierKey.of(log.origin(), KeyType.NOTE, key))
                        .distinct()
                        .toList();
    }

    /** Those that are stored beside the log, whoever put them there. */
    List<VerifierKey> stored(LogState log) {
        return store.keys(log).stream().flatMap(key -> parse(key).stream()).toList();
    }

    private static Optional<VerifierKey> parse(String key) {
        try {
            return Optional.of(VerifierKey.parse(key));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** Those by which the log was signed under its origin, the one used first in front, as far as its realm answers for them. */
    public List<String> published(LogState log) {
        List<String> known = words(log);
        return store.keys(log).stream().filter(known::contains).toList();
    }

    /** A key that is stored as one of the log, and is none that its realm has or had. */
    Optional<String> stranger(LogState log) {
        List<String> known = words(log);
        return store.keys(log).stream().filter(key -> !known.contains(key)).findFirst();
    }

    private List<String> words(LogState log) {
        return keys(log).stream().map(VerifierKey::toString).toList();
    }

    /**
     * What a stored checkpoint says.
     *
     * @throws UnverifiedException if it is not signed by the realm, or is of another log or size than where it is stored
     * @throws MalformedException if it is none
     */
    public Checkpoint verify(LogState log, StoredCheckpoint stored) throws UnverifiedException {
        SignedNote note = SignedNote.parse(stored.note());
        note.verify(keys(log));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!checkpoint.origin().equals(log.origin()) || checkpoint.size() != stored.size()) {
            throw new UnverifiedException(
                    "It is of %d entries of %s".formatted(checkpoint.size(), checkpoint.origin()));
        }
        return checkpoint;
    }

    /** Whether it says what its realm signed. */
    public boolean believes(LogState log, StoredCheckpoint stored) {
        try {
            verify(log, stored);
            return true;
        } catch (UnverifiedException | MalformedException e) {
            return false;
        }
    }
}
