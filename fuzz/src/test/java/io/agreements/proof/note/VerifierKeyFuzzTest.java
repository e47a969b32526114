package io.agreements.proof.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import java.nio.charset.StandardCharsets;

/** Verifier keys, as operators are given them by witnesses. */
final class VerifierKeyFuzzTest {

    private static final Trial TRIAL = new Trial("verifier keys");

    @DictionaryEntries({"+", "example.com/foo", "530d903a", "AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "="})
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadAsTheyAreWrittenOrRefused(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        TRIAL.run(input, () -> {
            try {
                assertThat(VerifierKey.parse(text)).hasToString(text);
                return true;
            } catch (MalformedException e) {
                return false;
            }
        });
    }
}
