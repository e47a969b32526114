package io.agreements.proof.receipt.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import io.agreements.proof.MalformedException;
import io.agreements.proof.receipt.Trust;
import java.io.ByteArrayInputStream;

/** Evidence of a version that somebody hands over. */
final class VersionPackFuzzTest {

    private static final Trial TRIAL = new Trial("evidence of versions");

    @DictionaryEntries({
        "PK\\x03\\x04\\x0A\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x21\\x00",
        "PK\\x01\\x02\\x0A\\x00\\x0A\\x00",
        "PK\\x05\\x06\\x00\\x00\\x00\\x00",
        "index.html",
        "version.json",
        "pictures.json",
        "wordings/",
        "{\\x22form\\x22:1"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areReadOrRefused(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            try {
                PackReport report = VersionPackVerifier.verify(new ByteArrayInputStream(input), Trust.NONE);
                assertThat(report.manifest().bytes()).isNotEmpty();
                return true;
            } catch (MalformedException e) {
                return false;
            }
        });
    }
}
