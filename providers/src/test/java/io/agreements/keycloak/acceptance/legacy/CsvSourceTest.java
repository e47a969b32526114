package io.agreements.keycloak.acceptance.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvSourceTest {

    private static final Instant MAY = Instant.parse("2024-05-31T00:00:00Z");

    @Test
    void eachLineIsAnAcceptance() {
        assertThat(read("""
                user,acceptedAt
                ada,2024-05-31
                bob@example.org,1717113600
                """))
                .containsExactly(
                        new LegacyAcceptance(2L, "ada", MAY, null, null),
                        new LegacyAcceptance(3L, "bob@example.org", MAY, null, null));
    }

    @Test
    void aLineMayNameItsLanguage() {
        assertThat(read("user,acceptedAt,locale\nada,2024-05-31,zh-Hans\nbob,2024-05-31,\n"))
                .extracting(LegacyAcceptance::locale)
                .containsExactly("zh-Hans", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user,acceptedAt\r\nada,2024-05-31\r\n",
                "user,acceptedAt\nada,2024-05-31",
                "\uFEFFuser,acceptedAt\nada,2024-05-31",
                "\"user\",\"acceptedAt\"\n\"ada\",\"2024-05-31\"\n",
                " user , acceptedAt \n ada , 2024-05-31 \n",
            })
    void programsWriteItInTheirOwnWays(String csv) {
        assertThat(read(csv)).containsExactly(new LegacyAcceptance(2L, "ada", MAY, null, null));
    }

    @Test
    void aQuotedFieldMayHaveCommasAndQuotationMarks() {
        assertThat(read("user,acceptedAt\n\"a\"\"d,a\\\",2024-05-31\n"))
                .extracting(LegacyAcceptance::user)
                .containsExactly("a\"d,a\\");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                  | is blank",
                "'   '               | is blank",
                "ada                 | has 1 fields instead of 2",
                "ada,2024-05-31,en   | has 3 fields instead of 2",
                "',2024-05-31'       | names no user",
                "'ada,'              | acceptedAt is no time: ''",
                "ada,yesterday       | acceptedAt is no time: 'yesterday'",
                "ada;2024-05-31      | has 1 fields instead of 2",
                "'\"ada,2024-05-31'  | has a quotation mark without its counterpart",
            })
    void aWrongLineIsReportedAndTheRestTaken(String line, String problem) {
        assertThat(read("user,acceptedAt\neve,2024-05-31\n" + line + "\nada,2024-05-31\n"))
                .extracting(LegacyAcceptance::line, LegacyAcceptance::problem)
                .containsExactly(tuple(2L, null), tuple(3L, problem), tuple(4L, null));
    }

    @Test
    void aLineWithACharacterThatNobodySeesIsReportedAndTheRestTaken() {
        assertThat(read("user,acceptedAt\nev\u0000e,2024-05-31\nada,2024-05-31\n"))
                .extracting(LegacyAcceptance::line, LegacyAcceptance::user, LegacyAcceptance::problem)
                .containsExactly(
                        tuple(2L, null, "it must not have the character U+0000, which is number 3 of it"),
                        tuple(3L, "ada", null));
    }

    @Test
    void aReturnWithinAFieldIsReportedAndTheRestTaken() {
        assertThat(read("user,acceptedAt\n\"ev\re\",2024-05-31\nada,2024-05-31\n"))
                .extracting(LegacyAcceptance::line, LegacyAcceptance::user, LegacyAcceptance::problem)
                .containsExactly(
                        tuple(2L, null, "user must not have the character U+000D, which is number 3 of it"),
                        tuple(3L, "ada", null));
    }

    @Test
    void whatIsNotUtf8IsReportedAndTheRestTaken() {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        csv.writeBytes("user,acceptedAt\n".getBytes(StandardCharsets.UTF_8));
        csv.writeBytes("ümit,2024-05-31\n".getBytes(StandardCharsets.ISO_8859_1));
        csv.writeBytes("ümit,2024-05-31\n".getBytes(StandardCharsets.UTF_8));

        assertThat(read(csv.toByteArray()))
                .containsExactly(
                        LegacyAcceptance.wrong(2L, null, "is not UTF-8"),
                        new LegacyAcceptance(3L, "ümit", MAY, null, null));
    }

    @Test
    void aLineLongerThanAnyUserNameIsReportedAndNotRepeated() {
        assertThat(read("user,acceptedAt\n" + "a".repeat(2000) + ",2024-05-31\nada," + "9".repeat(500) + "\n"))
                .extracting(LegacyAcceptance::problem)
                .satisfiesExactly(
                        problem -> assertThat(problem).isEqualTo("has more than 2000 bytes"),
                        problem -> assertThat(problem).hasSizeLessThan(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "ada,2024-05-31\n",
                "user\n",
                "acceptedAt,user\n",
                "User,acceptedat\n",
                "user;acceptedAt\n",
                "user,acceptedAt,language\n",
                "user,acceptedAt,locale,more\n",
                "\"user,acceptedAt\n",
            })
    void withoutItsHeaderItIsRefused(String csv) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source(csv.getBytes(StandardCharsets.UTF_8)))
                .withMessage("The first line must read user,acceptedAt or user,acceptedAt,locale");
    }

    @Test
    void itIsReadInBatches() {
        String lines = IntStream.range(0, 7)
                .mapToObj(n -> "user" + n + ",2024-05-31\n")
                .collect(Collectors.joining());
        LegacySource source = source(("user,acceptedAt\n" + lines).getBytes(StandardCharsets.UTF_8));

        assertThat(source.size(null, null)).isEqualTo(7);
        assertThat(source.next(null, null, 3))
                .extracting(LegacyAcceptance::line)
                .containsExactly(2L, 3L, 4L);
        assertThat(source.next(null, null, 3))
                .extracting(LegacyAcceptance::line)
                .containsExactly(5L, 6L, 7L);
        assertThat(source.next(null, null, 3))
                .extracting(LegacyAcceptance::line)
                .containsExactly(8L);
        assertThat(source.next(null, null, 3)).isEmpty();
    }

    private static List<LegacyAcceptance> read(String csv) {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private static List<LegacyAcceptance> read(byte[] csv) {
        return source(csv).next(null, null, 1000);
    }

    private static LegacySource source(byte[] csv) {
        return new io.agreements.keycloak.acceptance.legacy.CsvSource(csv, ZoneOffset.UTC);
    }
}
