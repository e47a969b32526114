package io.agreements.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedNoteTest {

    private static final Instant NOW = Instant.ofEpochSecond(1679315147);
    private static final String CHECKPOINT = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """;

    private final Signer log = TestKeys.signer("log.example/one", KeyType.NOTE, 1);
    private final Signer witness = TestKeys.signer("witness.example/w1", KeyType.COSIGNATURE, 2);
    private final SignedNote note = SignedNote.sign(CHECKPOINT, NOW, log, witness);

    /** The example of C2SP signed-note. */
    @Test
    void theExampleOfTheFormatIsVerifiedByItsKey() throws UnverifiedException {
        VerifierKey key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        String example = """
                This is an example message.

                \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """;

        assertThat(SignedNote.parse(example).verify(List.of(key)))
                .containsExactly(new VerifiedSignature(key, Optional.empty()));
        assertThat(SignedNote.parse(example)).hasToString(example);
    }

    @Test
    void whatWasSignedIsVerified() throws UnverifiedException {
        SignedNote read = SignedNote.parse(note.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(note);
        assertThat(read.text()).isEqualTo(CHECKPOINT);
        assertThat(read.verify(List.of(witness.key(), log.key())))
                .containsExactly(
                        new VerifiedSignature(log.key(), Optional.empty()),
                        new VerifiedSignature(witness.key(), Optional.of(NOW)));
    }

    @Test
    void whoIsNotKnownIsPassedOver() throws UnverifiedException {
        VerifierKey sameName =
                TestKeys.signer("log.example/one", KeyType.NOTE, 3).key();

        assertThat(note.verify(List.of(log.key()))).hasSize(1);
        assertThat(note.verify(List.of(log.key(), sameName))).hasSize(1);
        assertThatExceptionOfType(UnverifiedException.class)
                .isThrownBy(() -> note.verify(List.of(sameName)))
                .withMessageContaining(sameName.toString());
        assertThatExceptionOfType(UnverifiedException.class).isThrownBy(() -> note.verify(List.of()));
    }

    @Test
    void signaturesThisProductCannotMakeArePassedOver() throws UnverifiedException {
        String other = "\u2014 witness.example/w1 " + Base64.getEncoder().encodeToString(new byte[4 + 8 + 2420]) + "\n";

        assertThat(SignedNote.parse(note + other).verify(List.of(log.key(), witness.key())))
                .hasSize(2);
    }

    @Test
    void aChangedTextIsNotWhatWasSigned() {
        SignedNote changed = SignedNote.parse(note.toString().replace("20852163", "20852164"));

        assertThatThrownBy(() -> changed.verify(List.of(log.key())))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("log.example/one");
        assertThatThrownBy(() -> changed.verify(List.of(witness.key()))).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void aChangedTimeIsNotWhatWasCosigned() {
        SignedNote later = SignedNote.sign(CHECKPOINT, NOW.plusSeconds(1), witness);
        String[] one = note.signatures().get(1).toString().split(" ");
        byte[] bytes = Base64.getDecoder().decode(one[2]);
        byte[] other =
                Base64.getDecoder().decode(later.signatures().get(0).toString().split(" ")[2]);
        System.arraycopy(other, 0, bytes, 0, 4 + 8);
        SignedNote mixed = SignedNote.parse(CHECKPOINT + "\n" + one[0] + " " + one[1] + " "
                + Base64.getEncoder().encodeToString(bytes) + "\n");

        assertThatThrownBy(() -> mixed.verify(List.of(witness.key()))).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void oneFalseSignatureOfAKnownKeySpoilsTheNote() {
        SignedNote other = SignedNote.sign("other\n", NOW, log);

        assertThatThrownBy(() -> note.with(other.signatures()).verify(List.of(log.key())))
                .isInstanceOf(UnverifiedException.class);
    }

    @Test
    void aCosignatureIsNoSignature() {
        VerifierKey asNote =
                TestKeys.signer("witness.example/w1", KeyType.NOTE, 2).key();

        assertThat(asNote.isSameKeyAs(witness.key())).isTrue();
        assertThat(asNote).isNotEqualTo(witness.key());
        assertThatThrownBy(() -> note.verify(List.of(asNote))).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void moreSignaturesComeToThoseThatAreThere() throws UnverifiedException {
        SignedNote alone = SignedNote.sign(CHECKPOINT, NOW, log);
        String answer = SignedNote.sign(CHECKPOINT, NOW, witness).signatures().get(0) + "\n";
        SignedNote both = alone.with(SignedNote.parseSignatures(answer));

        assertThat(both).isEqualTo(note);
        assertThat(both.with(note.signatures())).isEqualTo(note);
        assertThat(both.verify(List.of(log.key(), witness.key()))).hasSize(2);
    }

    @Test
    void theLastEmptyLineDivides() {
        SignedNote poem = SignedNote.sign("one\n\ntwo\n\n", NOW, log);

        assertThat(SignedNote.parse(poem.toString())).isEqualTo(poem);
        assertThat(SignedNote.parse(poem.toString()).text()).isEqualTo("one\n\ntwo\n\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "text\n\u2014 a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA=",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a AAAAAAB=\n",
                "text\n\n\u2014 a AAAAAAA\n",
                "text\n\n\u2014 a  AAAAAAA=\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n\u2014 AAAAAAA=\n",
                "text\n\n\u2014 a+b AAAAAAA=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAA=\n",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n\u2014a AAAAAAA=\n",
                "text\n\n\u2014 a AAAAAAA= \n",
                "te\rxt\n\n\u2014 a AAAAAAA=\n",
                "te\txt\n\n\u2014 a AAAAAAA=\n",
                "te\ud800xt\n\n\u2014 a AAAAAAA=\n"
            })
    void whatIsNoNoteIsRefused(String text) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> SignedNote.parse(text));
    }

    @Test
    void theSmallestNoteIsRead() {
        assertThat(SignedNote.parse("\n\n\u2014 a AAAAAAA=\n").text()).isEqualTo("\n");
    }

    @Test
    void notesHaveBounds() {
        String line = "\u2014 a AAAAAAA=\n";
        byte[] broken = note.toString().getBytes(StandardCharsets.UTF_8);
        broken[3] = (byte) 0xff;

        assertThat(SignedNote.parse("text\n\n" + line.repeat(100)).signatures()).hasSize(100);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> SignedNote.parse("text\n\n" + line.repeat(101)));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> SignedNote.parse("x".repeat(1_000_000) + "\n\n" + line));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> SignedNote.parse(new byte[1_000_001]));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> SignedNote.parse(broken));
    }
}
