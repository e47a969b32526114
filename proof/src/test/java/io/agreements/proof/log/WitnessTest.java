package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.Signer;
import io.agreements.proof.note.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WitnessTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final Signer WITNESS = TestKeys.signer("witness.example/w1", KeyType.COSIGNATURE, 2);
    private static final String TEXT = new Checkpoint("log.example/one", 300, Hash.OF_NOTHING).text();
    private static final SignedNote SENT =
            SignedNote.sign(TEXT, NOW, TestKeys.signer("log.example/one", KeyType.NOTE, 1));

    @Test
    void aRequestLooksAsTheFormatSays() {
        AddCheckpoint request = new AddCheckpoint(256, List.of(Hash.OF_NOTHING, Hash.OF_NOTHING), SENT);
        String hash = Hash.OF_NOTHING.base64() + "\n";

        assertThat(request).hasToString("old 256\n" + hash + hash + "\n" + SENT);
        assertThat(parse(request.toString())).isEqualTo(request);
        assertThat(parse(new AddCheckpoint(0, List.of(), SENT).toString()).consistency())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "old 0256",
                "old -1",
                "old 301",
                "old ",
                "old",
                "Old 256",
                " old 256",
                "old 256\nAAAA",
                "old 256\n",
                "\nold 256"
            })
    void nothingElseIsARequest(String beginning) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> parse(beginning + "\n\n" + SENT));
    }

    @Test
    void theSignaturesOfTheWitnessComeBelowTheCheckpoint() throws UnverifiedException {
        SignedNote both =
                SignedNote.sign(TEXT, NOW, WITNESS, TestKeys.signer("witness.example/w2", KeyType.COSIGNATURE, 3));
        String lines = both.signatures().get(0) + "\n" + both.signatures().get(1) + "\n";

        assertThat(read(200, "text/plain", lines))
                .isEqualTo(new WitnessAnswer.Cosigned(
                        SENT.with(List.of(both.signatures().get(0)))));
    }

    @Test
    void whoDidNotCosignIsNotBelieved() {
        String other = SignedNote.sign("other\n", NOW, WITNESS).signatures().get(0) + "\n";
        String stranger = SignedNote.sign(TEXT, NOW, TestKeys.signer("witness.example/w1", KeyType.COSIGNATURE, 3))
                        .signatures()
                        .get(0)
                + "\n";

        assertThatExceptionOfType(UnverifiedException.class).isThrownBy(() -> read(200, "text/plain", other));
        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> read(200, "text/plain", stranger))
                .withMessageContaining(WITNESS.key().toString());
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(200, "text/plain", ""));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> read(200, "text/plain", "x".repeat(70_000)));
    }

    @Test
    void aWitnessSaysAtWhichSizeItSawTheLog() throws UnverifiedException {
        assertThat(read(409, "text/x.tlog.size", "20852014\n")).isEqualTo(new WitnessAnswer.SeenAt(20_852_014));
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, 5~",
        "text/x.tlog.size, 5",
        "text/x.tlog.size, 05~",
        "text/x.tlog.size, -5~",
        "text/x.tlog.size, ~"
    })
    void nothingElseIsASize(String type, String body) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(409, type, body.replace('~', '\n')));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 422, 500, 302})
    void anyOtherStatusIsARefusal(int status) throws UnverifiedException {
        assertThat(read(status, "text/html", "<html>")).isEqualTo(new WitnessAnswer.Refused(status));
    }

    private static WitnessAnswer read(int status, String type, String body) throws UnverifiedException {
        return WitnessAnswer.read(status, type, body.getBytes(StandardCharsets.UTF_8), SENT, WITNESS.key());
    }

    private static AddCheckpoint parse(String body) {
        return AddCheckpoint.parse(body.getBytes(StandardCharsets.UTF_8));
    }
}
