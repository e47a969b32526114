package io.agreements.proof.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import java.nio.charset.StandardCharsets;

/** Checkpoints that are kept elsewhere. */
final class CheckpointFuzzTest {

    private static final Trial TRIAL = new Trial("checkpoints");

    @DictionaryEntries({
        "example.com/behind-the-sofa\\x0A",
        "\\x0A20852163\\x0A",
        "9223372036854775807",
        "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\\x0A",
        "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadAsTheyAreWrittenOrRefused(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        TRIAL.run(input, () -> {
            try {
                assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
                return true;
            } catch (MalformedException e) {
                return false;
            }
        });
    }
}
