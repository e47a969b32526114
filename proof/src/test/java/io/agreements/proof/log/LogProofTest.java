package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.merkle.MerkleTree;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.Signer;
import io.agreements.proof.note.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogProofTest {

    private static final Signer LOG = TestKeys.signer("log.example/one", KeyType.NOTE, 1);
    private static final Policy POLICY =
            new Policy(List.of(new Policy.Log(LOG.key(), Optional.empty())), List.of(), List.of(), Policy.NONE);

    private final List<Entry> entries =
            IntStream.range(0, 300).mapToObj(LogProofTest::entry).toList();
    private final LogProof proof = proofOf(270);

    @Test
    void whatIsWrittenIsReadAndProves() throws UnverifiedException {
        LogProof read = parse(proof.toString());

        assertThat(read).isEqualTo(proof);
        assertThat(read.verify(entries.get(270), POLICY).checkpoint().size()).isEqualTo(300);
    }

    @Test
    void aFileLooksAsTheFormatSays() {
        assertThat(proof.toString().lines())
                .startsWith(
                        "c2sp.org/tlog-proof@v1",
                        "index 270",
                        entries.get(271).leaf().base64())
                .endsWith(
                        "",
                        "log.example/one",
                        "300",
                        Checkpoint.parse(proof.checkpoint().text()).root().base64(),
                        "",
                        proof.checkpoint().signatures().get(0).toString());
    }

    @Test
    void itProvesNothingElse() {
        Policy other = new Policy(
                List.of(new Policy.Log(
                        TestKeys.signer("log.example/one", KeyType.NOTE, 2).key(), Optional.empty())),
                List.of(),
                List.of(),
                Policy.NONE);

        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> proof.verify(entries.get(269), POLICY))
                .withMessageContaining("number 270 of the log log.example/one");
        assertThatExceptionOfType(UnverifiedException.class).isThrownBy(() -> proof.verify(entries.get(270), other));
        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> parse(proof.toString().replace("index 270", "index 271"))
                        .verify(entries.get(270), POLICY));
    }

    @Test
    void extraLinesArePassedOver() {
        assertThat(parse(proof.toString().replace("index", "extra AAAA\nindex")))
                .isEqualTo(proof);
        assertThat(parse(proof.toString().replace("index", "extra \nindex"))).isEqualTo(proof);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "@v1, @v2",
                "index 270, index 0270",
                "index 270, index -1",
                "index 270, index  270",
                "index 270, index",
                "index 270, Index 270",
                "index 270, index 300",
                "index, extra A~index",
                "index, extra AAAA~extra AAAA~index",
                "index 270, index 270~AAAA",
                "index 270~, index 270~~",
                "index 270, ` index 270`",
                "c2sp.org, `~c2sp.org`"
            })
    void nothingElseIsAProof(String from, String to) {
        String changed = proof.toString().replace(from.replace('~', '\n'), to.replace('~', '\n'));

        assertThat(changed).isNotEqualTo(proof.toString());
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> parse(changed));
    }

    @Test
    void proofsHaveABound() {
        String tooLong =
                proof.toString().replace("index 270\n", "index 270\n" + (Hash.OF_NOTHING.base64() + "\n").repeat(64));

        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> parse(tooLong));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> LogProof.parse(new byte[1_100_001]));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> parse(""));
    }

    private LogProof proofOf(int index) {
        StoredTiles tiles = new StoredTiles();
        Growth growth = tiles.append(entries);
        MerkleTree tree = new MerkleTree(growth.size(), new TileHashes(growth.size(), tiles));
        Checkpoint checkpoint = new Checkpoint("log.example/one", growth.size(), growth.root());
        return new LogProof(
                index, tree.inclusion(index).hashes(), SignedNote.sign(checkpoint.text(), Instant.EPOCH, LOG));
    }

    private static LogProof parse(String file) {
        return LogProof.parse(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Entry entry(int number) {
        byte[] bytes = new byte[Entry.LENGTH];
        bytes[0] = (byte) number;
        bytes[1] = (byte) (number >> 8);
        return Entry.of(bytes);
    }
}
