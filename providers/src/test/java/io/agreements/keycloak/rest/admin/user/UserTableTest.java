package io.agreements.keycloak.rest.admin.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.acceptance.user.PersonName;
import io.agreements.keycloak.acceptance.user.Slice;
import io.agreements.keycloak.acceptance.user.UserDecision;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.rest.admin.TableField;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserTableTest {

    private static final String HEADER =
            "\"userId\",\"username\",\"firstName\",\"lastName\",\"email\",\"version\",\"decision\",\"locale\",\"decidedAt\"\r\n";
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void hasAHeaderAndARowForEachUser() throws IOException {
        assertThat(table(
                        new UserDecision(
                                "1",
                                "lilei",
                                2,
                                Decision.ACCEPTED,
                                "zh-Hans",
                                THEN,
                                new PersonName("雷", "李", "lilei@example.org")),
                        pending("2", "ada")))
                .isEqualTo(HEADER
                        + "\"1\",\"lilei\",\"雷\",\"李\",\"lilei@example.org\",\"2\",\"ACCEPTED\",\"zh-Hans\",\"2026-11-22T16:00:00+08:00\"\r\n"
                        + "\"2\",\"ada\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "a;=1+1"})
    void noNameIsAFormulaEither(String name) throws IOException {
        PersonName called = new PersonName(name, name, name);

        assertThat(table(new UserDecision("1", "ada", null, null, null, null, called)))
                .contains("\"" + TableField.of(name) + "\",\"" + TableField.of(name) + "\",\"" + TableField.of(name))
                .doesNotContain("\"" + name + "\"");
    }

    @Test
    void ofNobodyHasAHeaderOnly() throws IOException {
        assertThat(table()).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\nx", "＝1+1", "＋1", "－1", "＠x"})
    void whatASpreadsheetWouldTakeForAFormulaIsText(String name) throws IOException {
        assertThat(table(pending("1", name))).contains("\"'" + name + "\"");
    }

    /** A program that takes semicolons, tabs or bars for the ends of cells sees more cells than there are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\";=1+1",
                "a;=1+1",
                "a;+1",
                "a; -1",
                "a;\"@sum",
                "a;;=1",
                "a\t=1+1",
                "a|=1+1",
                "a\n=1+1",
                "a\r\n@x",
                "a;＝1",
                "a\";\"\"=1",
                " =1+1",
                "\"=1+1",
                "a;\u00a0=1"
            })
    void noPartOfAFieldIsAFormulaWhereverAProgramEndsACell(String name) throws IOException {
        String table = table(pending("1", name));

        for (String separator : new String[] {";", "\t", "\\|", "\n", "\r", ","}) {
            for (String cell : table.split(separator)) {
                assertThat(cell.replaceFirst("^[\"\\s\u00a0]*", "")).doesNotMatch("(?s)[=+@＝＋－＠-].*");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a-b", "a=b", "ada@example.org", "a\"b", "a; b", "a;"})
    void whatCannotBeTakenForAFormulaStaysAsItIs(String name) throws IOException {
        assertThat(table(pending("1", name))).contains("\"" + name.replace("\"", "\"\"") + "\"");
    }

    @Test
    void quotesAndSeparatorsStayWithinTheirField() throws IOException {
        assertThat(table(pending("1", "a\",=1+1,\"b"))).contains("\"a\"\",=1+1,\"\"b\"");
    }

    @Test
    void goesOnBehindTheLastOneItHasRead() throws IOException {
        List<UserDecision> all = IntStream.range(0, 625)
                .mapToObj(i -> pending("id-" + i, "name-" + i))
                .toList();
        List<Slice> asked = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        new UserTable(
                        slice -> {
                            asked.add(slice);
                            int start = slice.after() == null ? 0 : all.indexOf(slice.after()) + 1;
                            return all.subList(start, Math.min(all.size(), start + slice.max()));
                        },
                        250,
                        SHANGHAI)
                .write(stream);

        assertThat(stream.toString(StandardCharsets.UTF_8).lines()).hasSize(626);
        assertThat(asked)
                .containsExactly(Slice.from(0, 250), Slice.after(all.get(249), 250), Slice.after(all.get(499), 250));
    }

    @Test
    void aReaderWhoHasGoneAwayEndsIt() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        };
        List<UserDecision> many = IntStream.range(0, 250)
                .mapToObj(i -> pending("id-" + i, "name-" + i))
                .toList();

        assertThatThrownBy(() -> new UserTable(slice -> many, 250, SHANGHAI).write(closed))
                .isInstanceOf(IOException.class);
    }

    private static String table(UserDecision... users) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        new UserTable(slice -> List.of(users), 250, SHANGHAI).write(stream);
        return stream.toString(StandardCharsets.UTF_8);
    }

    private static UserDecision pending(String id, String name) {
        return new UserDecision(id, name, null, null, null, null);
    }
}
