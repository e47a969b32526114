package io.agreements.keycloak.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.keycloak.acceptance.Slice;
import io.agreements.keycloak.acceptance.UserDecision;
import io.agreements.keycloak.ledger.Decision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserTableTest {

    private static final String HEADER =
            "\"userId\",\"username\",\"version\",\"decision\",\"locale\",\"decidedAt\"\r\n";
    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void hasAHeaderAndARowForEachUser() throws IOException {
        assertThat(table(new UserDecision("1", "李雷", 2, Decision.ACCEPTED, "zh-Hans", THEN), pending("2", "ada")))
                .isEqualTo(HEADER
                        + "\"1\",\"李雷\",\"2\",\"ACCEPTED\",\"zh-Hans\",\"2026-11-22T08:00:00Z\"\r\n"
                        + "\"2\",\"ada\",\"\",\"\",\"\",\"\"\r\n");
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

    @Test
    void quotesAndSeparatorsStayWithinTheirField() throws IOException {
        assertThat(table(pending("1", "a\",=1+1,\"b"))).contains("\"a\"\",=1+1,\"\"b\"");
    }

    @Test
    void goesOnBehindTheLastOneItHasRead() throws IOException {
        List<UserDecision> all = IntStream.range(0, 2500)
                .mapToObj(i -> pending("id-" + i, "name-" + i))
                .toList();
        List<Slice> asked = new ArrayList<>();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        new UserTable(slice -> {
                    asked.add(slice);
                    int start = slice.after() == null ? 0 : all.indexOf(slice.after()) + 1;
                    return all.subList(start, Math.min(all.size(), start + slice.max()));
                })
                .write(stream);

        assertThat(stream.toString(StandardCharsets.UTF_8).lines()).hasSize(2501);
        assertThat(asked)
                .containsExactly(
                        Slice.from(0, 1000), Slice.after(all.get(999), 1000), Slice.after(all.get(1999), 1000));
    }

    @Test
    void aReaderWhoHasGoneAwayEndsIt() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        };
        List<UserDecision> many = IntStream.range(0, 1000)
                .mapToObj(i -> pending("id-" + i, "name-" + i))
                .toList();

        assertThatThrownBy(() -> new UserTable(slice -> many).write(closed)).isInstanceOf(IOException.class);
    }

    private static String table(UserDecision... users) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        new UserTable(slice -> List.of(users)).write(stream);
        return stream.toString(StandardCharsets.UTF_8);
    }

    private static UserDecision pending(String id, String name) {
        return new UserDecision(id, name, null, null, null, null);
    }
}
