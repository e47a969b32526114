package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Parts;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import io.agreements.proof.UnverifiedException;
import io.agreements.proof.merkle.Hash;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.VerifierKey;
import java.nio.charset.StandardCharsets;

/** What goes to witnesses, and what they answer. */
final class AddCheckpointFuzzTest {

    private static final Trial TRIAL = new Trial("requests to witnesses and their answers");
    private static final VerifierKey KEY =
            VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    private static final SignedNote SENT = SignedNote.parse(
            new Checkpoint("example.com/foo", 5, Hash.OF_NOTHING).text() + "\n\u2014 example.com/foo AAAAAAA=\n");

    @DictionaryEntries({
        "old 0\\x0A",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\\x0A",
        "\\x0A\\x0A",
        "\\xE2\\x80\\x94 a AAAAAAA=\\x0A",
        "a\\x0A1\\x0ACsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\\x0A",
        "\\x0A====\\x0A"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadAsTheyAreWrittenOrRefused(byte[] input) throws Exception {
        Parts parts = new Parts(input);
        TRIAL.run(
                input,
                () -> isRequest(parts.all().get(0)) | isAnswer(200, parts.text(1)) | isAnswer(409, parts.text(1)));
    }

    private static boolean isRequest(byte[] body) {
        try {
            assertThat(AddCheckpoint.parse(body).toString().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(body);
            return true;
        } catch (MalformedException e) {
            return false;
        }
    }

    private static boolean isAnswer(int status, String body) {
        try {
            WitnessAnswer answer = WitnessAnswer.read(
                    status, WitnessAnswer.SIZE_TYPE, body.getBytes(StandardCharsets.UTF_8), SENT, KEY);
            assertThat(answer).isNotInstanceOf(WitnessAnswer.Cosigned.class);
            return true;
        } catch (MalformedException | UnverifiedException e) {
            return false;
        }
    }
}
