package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Settings of an agreement: read as what was written, or refused with what is wrong. */
final class AgreementYamlFuzzTest {

    private static final Trial TRIAL = new Trial("settings of agreements (agreement.yaml)");

    @TempDir
    private static Path directory;

    @DictionaryEntries({
        "requirement: ",
        "REQUIRED",
        "OPTIONAL",
        "bindingLocale: ",
        "zh-Hans",
        "position: ",
        "audience:\\x0A  clients: [",
        "audience:\\x0A  role: ",
        "reacceptAfterDays: ",
        "titles:\\x0A  en: ",
        "versions:\\x0A  1:\\x0A    ",
        "publishedAt: 2026-12-01T00:00:00+08:00",
        "acceptance: CONTINUED_USE",
        "<<: *",
        "&a [",
        "*a",
        "!!",
        "? ",
        "- ",
        "|\\x0A",
        ">\\x0A",
        "---\\x0A",
        "{",
        "}",
        "\\\"\\\\u"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void isReadOrRefusedAndWhatIsReadIsWrittenAsItWas(byte[] input) throws Exception {
        Path file = directory.resolve(AgreementDirectory.SETTINGS);
        TRIAL.run(input, () -> {
            try {
                AgreementYaml yaml = read(file, input);
                assertThat(read(file, yaml.toBytes())).isEqualTo(yaml);
                return true;
            } catch (AgreementFileException e) {
                assertThat(e.problems()).isNotEmpty();
                return false;
            }
        });
    }

    private static AgreementYaml read(Path file, byte[] content) throws AgreementFileException, IOException {
        Files.write(file, content);
        return AgreementYaml.read(file);
    }
}
