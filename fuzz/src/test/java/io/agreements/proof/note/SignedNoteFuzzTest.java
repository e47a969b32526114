package io.agreements.proof.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Signed notes, as witnesses and others send them. */
final class SignedNoteFuzzTest {

    private static final Trial TRIAL = new Trial("signed notes");
    private static final VerifierKey KEY =
            VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    private static final String SIGNED = "This is an example message.\n";

    @DictionaryEntries({
        "\\x0A\\x0A",
        "\\xE2\\x80\\x94 ",
        "example.com/foo",
        "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=",
        "AAAAAAA="
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadAsTheyAreWrittenOrRefused(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            SignedNote note;
            try {
                note = SignedNote.parse(input);
            } catch (MalformedException e) {
                return false;
            }
            assertThat(note.toString().getBytes(StandardCharsets.UTF_8)).isEqualTo(input);
            assertThat(SignedNote.parse(note.toString())).isEqualTo(note);
            assertThat(!isVerified(note) || note.text().equals(SIGNED)).isTrue();
            return true;
        });
    }

    private static boolean isVerified(SignedNote note) {
        try {
            return !note.verify(List.of(KEY)).isEmpty();
        } catch (UnverifiedException e) {
            return false;
        }
    }
}
