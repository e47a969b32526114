package io.agreements.keycloak.ledger.log.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.PrivateKeySigner;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointFilesTest {

    private static final String ORIGIN = "id.example.org/realms/shop/agreements/log";

    @TempDir
    private Path directory;

    private CheckpointFiles files;
    private final LogState log = new LogState("../shop", ORIGIN, 1, 9, 0, null);
    private PrivateKeySigner signer;

    @BeforeEach
    void makeKey() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        signer = new PrivateKeySigner(VerifierKey.of(ORIGIN, KeyType.NOTE, pair.getPublic()), pair.getPrivate());
        files = new CheckpointFiles(directory);
    }

    @Test
    void theLastCheckpointOfAFileIsFound() throws IOException {
        files.append(log, note(ORIGIN, 3));
        files.append(log, note(ORIGIN, 5));

        assertThat(files.last(log, keys())).map(Checkpoint::size).contains(5L);
        assertThat(files.of(log, keys()))
                .singleElement()
                .satisfies(anchor -> assertThat(anchor.place()).contains(".checkpoints"));
    }

    @Test
    void aCheckpointThatWasNotWrittenToItsEndIsPassedOverAndTheNextOneIsRead() throws IOException {
        files.append(log, note(ORIGIN, 3));
        Files.writeString(file(), "\n" + note(ORIGIN, 4).substring(0, 90), StandardOpenOption.APPEND);
        assertThat(files.last(log, keys())).map(Checkpoint::size).contains(3L);
        files.append(log, note(ORIGIN, 5));
        files.append(log, note(ORIGIN, 6));

        assertThat(files.last(log, keys())).map(Checkpoint::size).contains(6L);
    }

    @Test
    void whatTheLogDidNotSignSaysNothing() throws IOException {
        files.append(log, note(ORIGIN, 3));
        String forged = note(ORIGIN, 7).replace("\n7\n", "\n8\n");
        files.append(log, forged);

        assertThat(files.last(log, keys())).map(Checkpoint::size).contains(3L);
    }

    @Test
    void aFileIsOfItsRealmAloneAndStaysInItsDirectory() throws IOException {
        files.append(log, note(ORIGIN, 3));

        try (var all = Files.list(directory)) {
            assertThat(all.map(path -> path.getFileName().toString())).containsExactly("..%2Fshop.checkpoints");
        }
    }

    @Test
    void aDirectoryThatIsNotThereIsNoEmptyOne() {
        CheckpointFiles gone = new CheckpointFiles(directory.resolve("gone"));

        assertThatThrownBy(() -> gone.of(log, keys())).isInstanceOf(UncheckedIOException.class);
        assertThat(new CheckpointFiles(null).of(log, keys())).isEmpty();
        assertThat(files.of(log, keys())).isEmpty();
    }

    private Path file() {
        return directory.resolve("..%2Fshop.checkpoints");
    }

    private List<VerifierKey> keys() {
        return List.of(signer.key());
    }

    private String note(String origin, long size) {
        Checkpoint checkpoint = new Checkpoint(origin, size, Hash.ofEntry(new byte[] {(byte) size}));
        return SignedNote.sign(checkpoint.text(), Instant.EPOCH, signer).toString();
    }
}
