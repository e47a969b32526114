package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.agreement.file.archive.ArchiveLimits;
import io.agreements.keycloak.agreement.file.archive.ReceivedArchive;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.file.reading.Remarks;
import io.agreements.keycloak.fuzz.Trial;
import java.io.ByteArrayInputStream;

/** Bytes that are said to be an archive: read, or refused with what is wrong. */
final class ReceivedArchiveFuzzTest {

    private static final Trial TRIAL = new Trial("archives (ZIP, bytes)");

    @DictionaryEntries({
        "PK\\x03\\x04",
        "PK\\x01\\x02",
        "PK\\x05\\x06",
        "../",
        "/",
        "terms/agreement.yaml",
        "terms/1/en.md"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void isReadOrRefused(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            try (ReceivedArchive archive =
                    ReceivedArchive.receive(new ByteArrayInputStream(input), ArchiveLimits.DEFAULTS)) {
                Remarks remarks = new Remarks();
                AgreementDirectory.ofOneRealm(archive.root()).read("any", remarks);
                remarks.requireNoError();
                return true;
            } catch (AgreementFileException e) {
                assertThat(e.problems()).isNotEmpty();
                return false;
            }
        });
    }
}
