package io.agreements.keycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.fuzz.Trial;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Earlier acceptances in a CSV, and the times in it: each line is an acceptance or says what is wrong with it. */
final class CsvSourceFuzzTest {

    private static final Trial TRIAL = new Trial("earlier acceptances (CSV)");

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    @DictionaryEntries({
        "user,acceptedAt\\x0A",
        "user,acceptedAt,locale\\x0A",
        "\\x0D\\x0A",
        "\\\"",
        "\\\"\\\"",
        ",",
        "2026-12-01",
        "2026-12-01T00:00:00Z",
        "1700000000",
        "99999999999",
        "99999999999999",
        "+999999999-12-31T23:59:59Z",
        "zh-Hans",
        "\\\\"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void eachLineIsAnAcceptanceOrSaysWhatIsWrong(byte[] input) throws Exception {
        TRIAL.run(input, () -> {
            CsvSource source;
            try {
                source = new CsvSource(input, ZONE);
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith("The first line must read");
                return false;
            }
            long lines = source.size(null, null);
            List<LegacyAcceptance> all = new ArrayList<>();
            for (List<LegacyAcceptance> some = source.next(null, null, 3);
                    !some.isEmpty();
                    some = source.next(null, null, 3)) {
                all.addAll(some);
            }
            assertThat(all).hasSize(Math.toIntExact(lines));
            all.forEach(CsvSourceFuzzTest::assertWhole);
            return all.stream().anyMatch(one -> one.problem() == null);
        });
    }

    private static void assertWhole(LegacyAcceptance one) {
        assertThat(one.line()).isGreaterThan(1);
        if (one.problem() == null) {
            assertThat(one.user()).isNotBlank().matches("[\\P{Cc}\t]+");
            assertThat(one.acceptedAt()).isBetween(Instant.EPOCH, END);
        } else {
            assertThat(one.problem()).isNotBlank().hasSizeLessThan(200);
        }
    }
}
