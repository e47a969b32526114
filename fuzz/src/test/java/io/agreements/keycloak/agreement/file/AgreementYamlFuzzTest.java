package io.agreements.keycloak.agreement.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.agreement.file.reading.AgreementFileException;
import io.agreements.keycloak.agreement.file.reading.Remarks;
import io.agreements.keycloak.fuzz.Trial;
import java.nio.charset.StandardCharsets;

/** Settings of an agreement: read, or refused with what is wrong, and where. */
final class AgreementYamlFuzzTest {

    private static final Trial TRIAL = new Trial("settings of agreements (agreement.yaml)");

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
    void isReadOrRefusedWithALine(byte[] input) throws Exception {
        long lines = new String(input, StandardCharsets.ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n' || c == '\r')
                        .count()
                + 1;
        TRIAL.run(input, () -> {
            Remarks remarks = new Remarks();
            GivenSettings settings = SettingsReader.read(input, remarks.of(AgreementDirectory.SETTINGS));
            try {
                remarks.requireNoError();
                assertThat(settings.requirement()).isNotNull();
                assertThat(settings.bindingLocale()).isNotBlank();
                assertThat(settings.doubtful()).isEmpty();
                return true;
            } catch (AgreementFileException e) {
                assertThat(e.remarks()).isNotEmpty().allSatisfy(remark -> {
                    assertThat(remark.message()).doesNotContain("Exception", "snakeyaml", "org.", "java.");
                    assertThat(remark.line())
                            .satisfiesAnyOf(
                                    line -> assertThat(line).isNull(),
                                    line -> assertThat((long) line).isBetween(1L, lines));
                });
                return false;
            }
        });
    }
}
