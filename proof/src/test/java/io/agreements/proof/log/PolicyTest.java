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
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String ORIGIN = "log.example/one";
    private static final Signer LOG = TestKeys.signer(ORIGIN, KeyType.NOTE, 1);
    private static final Signer OTHER_LOG = TestKeys.signer("log.example/two", KeyType.NOTE, 2);
    private static final Signer X1 = witness(11);
    private static final Signer X2 = witness(12);
    private static final Signer X3 = witness(13);
    private static final Signer Y1 = witness(21);
    private static final Signer Y2 = witness(22);
    private static final Checkpoint CHECKPOINT = new Checkpoint(ORIGIN, 5, Hash.OF_NOTHING);

    /** That of C2SP tlog-policy. */
    private static final String EXAMPLE = """
            # who is believed
            log L

            witness X1 X1K
            witness X2\tX2K https://x2.example/
              witness X3 X3K\s
            group X-witnesses 2 X1 X2 X3

            witness Y1 Y1K
            witness Y2 Y2K
            group Y-witnesses any Y1 Y2

            \t# both
            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """.replace("log L", "log " + LOG.key())
            .replace("X1K", X1.key().toString())
            .replace("X2K", X2.key().toString())
            .replace("X3K", X3.key().toString())
            .replace("Y1K", Y1.key().toString())
            .replace("Y2K", Y2.key().toString());

    @Test
    void theExampleOfTheFormatIsRead() {
        Policy policy = parse(EXAMPLE);

        assertThat(policy.logs()).extracting(Policy.Log::key).containsExactly(LOG.key());
        assertThat(policy.witnesses()).extracting(Policy.Witness::name).containsExactly("X1", "X2", "X3", "Y1", "Y2");
        assertThat(policy.witnesses().get(1).url()).contains("https://x2.example/");
        assertThat(policy.groups()).extracting(Policy.Group::threshold).containsExactly(2, 1, 2);
        assertThat(policy.quorum()).isEqualTo("X-and-Y");
        assertThat(parse(policy.toString())).isEqualTo(policy);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  1 2 4",
        "true,  1 2 3 4 5",
        "true,  2 3 5",
        "false, 1 4",
        "false, 1 2",
        "false, 1 2 3",
        "false, 4 5",
        "false, ''"
    })
    void theQuorumIsThoseItAsksFor(boolean enough, String who) {
        Signer[] witnesses = {X1, X2, X3, Y1, Y2};
        Signer[] signers = Arrays.stream(("0 " + who).trim().split(" "))
                .map(Integer::valueOf)
                .map(number -> number == 0 ? LOG : witnesses[number - 1])
                .toArray(Signer[]::new);

        assertThat(isTaken(parse(EXAMPLE), SignedNote.sign(CHECKPOINT.text(), NOW, signers)))
                .isEqualTo(enough);
    }

    @Test
    void whoTakesACheckpointIsToldWhoSawItAndWhen() throws UnverifiedException {
        SignedNote note = SignedNote.sign(CHECKPOINT.text(), NOW, LOG, X1)
                .with(SignedNote.sign(CHECKPOINT.text(), NOW.plusSeconds(7), X1, Y1)
                        .signatures());
        Policy policy = parse("log %s\nwitness X1 %s\nquorum none\n".formatted(LOG.key(), X1.key()));

        assertThat(policy.verify(note))
                .isEqualTo(new Witnessed(CHECKPOINT, LOG.key(), Map.of("X1", NOW.plusSeconds(7))));
    }

    @Test
    void aLogHasToSignAndToBeTheOneOfTheOrigin() {
        Policy policy =
                parse("log %s\nlog %s\nwitness X1 %s\nquorum X1\n".formatted(LOG.key(), OTHER_LOG.key(), X1.key()));

        assertThat(isTaken(policy, SignedNote.sign(CHECKPOINT.text(), NOW, LOG, X1)))
                .isTrue();
        assertThat(isTaken(policy, SignedNote.sign(CHECKPOINT.text(), NOW, X1))).isFalse();
        assertThat(isTaken(policy, SignedNote.sign(CHECKPOINT.text(), NOW, OTHER_LOG, X1)))
                .isFalse();
        assertThat(isTaken(policy, SignedNote.sign(new Checkpoint("else", 5, Hash.OF_NOTHING).text(), NOW, LOG, X1)))
                .isFalse();
        assertThat(isTaken(parse("quorum none\n"), SignedNote.sign(CHECKPOINT.text(), NOW, LOG)))
                .isFalse();
    }

    @Test
    void aKeyOfTheLogThatWasReplacedIsStillGood() {
        Signer newer = TestKeys.signer(ORIGIN, KeyType.NOTE, 3);
        Policy policy = parse("log %s\nlog %s\nquorum none\n".formatted(newer.key(), LOG.key()));

        assertThat(isTaken(policy, SignedNote.sign(CHECKPOINT.text(), NOW, LOG)))
                .isTrue();
        assertThat(isTaken(policy, SignedNote.sign(CHECKPOINT.text(), NOW, newer)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum none",
                "quorum\n",
                "quorum none none\n",
                "quorum none\nquorum none\n",
                "quorum a\n",
                "quorum none\r\n",
                "quorum none\u0000\n",
                "quorum none\u007f\n",
                "Quorum none\n",
                "log L\n",
                "log L L\nlog L\nquorum none\n",
                "log W1\nquorum none\n",
                "log L u v\nquorum none\n",
                "log\nquorum none\n",
                "log x\nquorum none\n",
                "witness a L\nquorum none\n",
                "witness a W1 u v\nquorum none\n",
                "witness a W1\nwitness a W2\nquorum none\n",
                "witness a W1\nwitness b W1\nquorum none\n",
                "witness none W1\nquorum none\n",
                "quorum a\nwitness a W1\n",
                "group g all a\nwitness a W1\nquorum none\n",
                "witness a W1\ngroup g all\nquorum none\n",
                "witness a W1\ngroup g 0 a\nquorum none\n",
                "witness a W1\ngroup g 2 a\nquorum none\n",
                "witness a W1\ngroup g 01 a\nquorum none\n",
                "witness a W1\ngroup g -1 a\nquorum none\n",
                "witness a W1\ngroup g most a\nquorum none\n",
                "witness a W1\ngroup a any a\nquorum none\n",
                "witness a W1\ngroup g any a\nwitness g W2\nquorum none\n",
                "witness a W1\ngroup g any none\nquorum none\n",
                "witness a W1\ngroup g any a a\nquorum none\n",
                "witness a W1\ngroup g any a\ngroup h any a\nquorum none\n",
                "witness a W1\ngroup g any g\nquorum none\n",
                "witness a W1\nquorum A\n"
            })
    void nothingElseIsAPolicy(String file) {
        String keys = file.replace("L", LOG.key().toString())
                .replace("W1", X1.key().toString())
                .replace("W2", X2.key().toString());

        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> parse(keys));
    }

    @Test
    void policiesHaveABound() {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> parse("#\n".repeat(200_000) + "quorum none\n"));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Policy.parse(new byte[] {'#', (byte) 0xff, '\n'}));
    }

    private static boolean isTaken(Policy policy, SignedNote note) {
        try {
            policy.verify(note);
            return true;
        } catch (UnverifiedException e) {
            return false;
        }
    }

    private static Policy parse(String file) {
        return Policy.parse(file.getBytes(StandardCharsets.UTF_8));
    }

    private static Signer witness(int number) {
        return TestKeys.signer("witness.example/" + number, KeyType.COSIGNATURE, number);
    }
}
