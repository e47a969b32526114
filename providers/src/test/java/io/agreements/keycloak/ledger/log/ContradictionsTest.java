package io.agreements.keycloak.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.ledger.log.LogAnchors.Anchor;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.Growth;
import io.agreements.proof.merkle.Hash;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.crypto.KeyWrapper;

/** A log of 700 entries that came in two steps. */
final class ContradictionsTest {

    private static final String REALM = "shop";
    private static final String ORIGIN = "id.example.org/realms/shop/agreements/log";

    private final InMemoryLogStore store = new InMemoryLogStore();
    private final List<Anchor> outside = new ArrayList<>();
    private final KeyWrapper key = new KeyWrapper();
    private Hash before;

    @BeforeEach
    void grow() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key.setPublicKey(pair.getPublic());
        key.setPrivateKey(pair.getPrivate());
        store.realmKeys.add(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        store.state = new LogState(REALM, ORIGIN, 1, 0, 0, null);
        before = grow(0, 300);
        grow(300, 400);
    }

    @Test
    void aLogThatIsWhatWasSignedIsContradictedByNothing() {
        outside.add(new Anchor("A file", new Checkpoint(ORIGIN, 300, before)));

        assertThat(find()).isEmpty();
        assertThat(new Contradictions(new InMemoryLogStore(), LogTrust.of(store), (log, keys) -> outside)
                        .find(new LogState(REALM, null, 1, 0, 0, null), new LogTree(store, REALM)))
                .isEmpty();
    }

    @Test
    void whatIsOutsideIsNeitherLargerNorOther() {
        outside.add(new Anchor("A file", new Checkpoint(ORIGIN, 701, before)));
        assertThat(find()).contains("A file has a checkpoint of 701 entries, and the log has only 700");
        outside.set(0, new Anchor("A file", new Checkpoint(ORIGIN, 299, before)));
        assertThat(find()).contains("A file has a checkpoint of other 299 entries than the log");
    }

    @Test
    void everyTileAtTheEdgeIsWhatWasSigned() {
        assertThat(store.tiles).containsKeys("0/2", "1/0");
        for (String place : List.of("0/2", "1/0")) {
            byte[] tile = store.tiles.get(place);
            tile[40] ^= 1;
            assertThat(find().orElseThrow()).as(place).contains("The tiles are not those that the last checkpoint");
            tile[40] ^= 1;
            store.tiles.put(place, new byte[32]);
            assertThat(find().orElseThrow()).as(place).contains("damaged");
            store.tiles.remove(place);
            assertThat(find().orElseThrow()).as(place).contains("is missing");
            store.tiles.put(place, tile);
        }
        assertThat(find()).isEmpty();
    }

    @Test
    void theLastCheckpointIsOfAllThereIs() {
        StoredCheckpoint last = store.checkpoints.remove(700L);
        assertThat(find()).contains("The last checkpoint has 300 entries, and the log 700");
        store.checkpoints.clear();
        assertThat(find()).contains("Its checkpoints are missing");
        store.add(REALM, last);
        store.state = new LogState(REALM, ORIGIN, 1, 600, 0, null);
        assertThat(find()).contains("The last checkpoint has 700 entries, and the log 600");
    }

    @Test
    void theLastCheckpointIsSignedByTheRealm() {
        StoredCheckpoint last = store.checkpoints.get(700L);
        int signature = last.note().lastIndexOf(' ') + 1;
        String id = last.note().substring(signature, signature + 6);
        put(last, last.note().substring(0, signature) + id + "A".repeat(85) + "=\n");
        assertThat(find().orElseThrow())
                .contains("The last checkpoint, of 700 entries, is not signed by the realm", "is false");
        put(last, last.note().replace("\n700\n", "\n0700\n"));
        assertThat(find().orElseThrow()).contains("is not signed by the realm");
        put(last, last.note());
        assertThat(find()).isEmpty();
    }

    /** Whoever writes to the database makes the tiles anew, signs them by a key of their own, and puts that beside them. */
    @Test
    void aKeyThatIsStoredBesideTheLogVouchesForNothing() throws Exception {
        StoredCheckpoint last = store.checkpoints.get(700L);
        Checkpoint said = last.checkpoint();
        KeyWrapper strange = new KeyWrapper();
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        strange.setPublicKey(pair.getPublic());
        strange.setPrivateKey(pair.getPrivate());
        new CheckpointBook(store, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)).sign(store.state, strange, said);

        assertThat(find().orElseThrow()).contains("is not signed by the realm");
        assertThat(LogTrust.of(store).published(store.state)).hasSize(1).containsExactly(store.keys.get(0));
        assertThat(LogTrust.of(store).believes(store.state, store.checkpoints.get(700L)))
                .isFalse();

        put(last, last.note());
        assertThat(find().orElseThrow()).contains("Among its keys is one that the realm never had", store.keys.get(1));
    }

    @Test
    void aKeyThatTheRealmHadVouchesForWhatItSigned() throws Exception {
        store.realmKeys.add(0, "no key");
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        store.realmKeys.add(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        assertThat(find()).isEmpty();

        store.realmKeys.remove(1);
        assertThat(find().orElseThrow()).contains("is not signed by the realm");
    }

    @Test
    void ofARealmThatIsGoneNothingIsLeftButTheKeysBesideItsLog() {
        store.realmKeys.clear();

        assertThat(find()).isEmpty();
        assertThat(LogTrust.of(store).published(store.state)).containsExactlyElementsOf(store.keys);
    }

    @Test
    void aCheckpointOfAnotherLogOrSizeIsNotTheOneThatIsMeant() {
        StoredCheckpoint last = store.checkpoints.get(700L);
        StoredCheckpoint other = store.checkpoints.get(300L);
        assertThat(LogTrust.of(store).believes(store.state, other)).isTrue();
        assertThat(LogTrust.of(store)
                        .believes(store.state, new StoredCheckpoint(1, 700, last.signedAt(), other.note(), "", null)))
                .isFalse();
        assertThat(LogTrust.of(store).believes(new LogState(REALM, ORIGIN + "/2", 2, 700, 0, null), last))
                .isFalse();
    }

    private void put(StoredCheckpoint checkpoint, String note) {
        store.add(
                REALM,
                new StoredCheckpoint(
                        checkpoint.originNumber(), checkpoint.size(), checkpoint.signedAt(), note, "", null));
    }

    @Test
    void aLogThatIsLostDoesNotBeginAgain() {
        store.state = new LogState(REALM, null, 1, 0, 0, null);
        assertThat(find()).contains("How many entries it has is lost");
        store.state = new LogState(REALM, ORIGIN, 1, 0, 0, null);
        assertThat(find()).contains("How many entries it has is lost");
    }

    private Optional<String> find() {
        return new Contradictions(store, LogTrust.of(store), (log, keys) -> outside)
                .find(store.state, new LogTree(store, REALM));
    }

    private Hash grow(int from, int entries) {
        Growth growth = new LogTree(store, REALM)
                .grow(
                        from,
                        IntStream.range(from, from + entries)
                                .mapToObj(i -> Entry.of(
                                        ByteBuffer.allocate(32).putInt(i).array()))
                                .toList());
        LogState grown = store.state.grown(ORIGIN, growth.size());
        new CheckpointBook(store, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .sign(grown, key, new Checkpoint(ORIGIN, growth.size(), growth.root()));
        store.save(grown);
        return growth.root();
    }
}
