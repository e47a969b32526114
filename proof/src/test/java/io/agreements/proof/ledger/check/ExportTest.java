package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.proof.MalformedException;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.database.JdbcLedger;
import io.agreements.proof.ledger.export.ExportedLedger;
import io.agreements.proof.ledger.export.LedgerExport;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Findings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A ledger that was written down is verified without its database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExportTest {

    private TestDatabase database;
    private SampleLedger ledger;
    private String export;

    @BeforeAll
    void makeLedger() throws IOException {
        database = new TestDatabase("export");
        ledger = new SampleLedger(database);
        for (int number = 0; number < 270; number++) {
            ledger.accept(ledger.newUser());
        }
        String user = ledger.newUser();
        ledger.accept(user);
        database.update("delete from USER_ENTITY where ID = ?", user);
        database.update("delete from AGR_STANDING where USER_ID = ?", user);
        ledger.record(SampleLedger.map("TYPE", "SETTINGS", "REALM_ID", SampleLedger.OTHER_REALM, "USERNAME", "secret"));
        database.update("insert into AGR_WORDING values (X'00', X'01')");
        ledger.sign();
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            LedgerExport.write(source, target);
        }
        export = target.toString(StandardCharsets.UTF_8);
    }

    @AfterAll
    void drop() {
        database.close();
    }

    private List<Finding> verify(byte[] file) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC);
        try (LedgerSource source = ExportedLedger.open(() -> new ByteArrayInputStream(file))) {
            return new LedgerCheck(source, ledger.outside(), new Findings(one -> {}), (done, all) -> {}, clock)
                    .run()
                    .findings();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void itIsGoodHoweverItIsPacked() throws IOException {
        assertThat(verify(bytes(export))).isEmpty();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(export));
        }
        assertThat(verify(packed.toByteArray())).isEmpty();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(zipped)) {
            zip.putNextEntry(new ZipEntry("ledger.ndjson"));
            zip.write(bytes(export));
        }
        assertThat(verify(zipped.toByteArray())).isEmpty();
    }

    @Test
    void nothingOfOtherRealmsIsInIt() {
        assertThat(export).doesNotContain("secret").doesNotContain(SampleLedger.OTHER_REALM);
        assertThat(export.lines().filter(line -> line.startsWith("{\"WORDING\"")))
                .hasSize(1);
    }

    /** An administrator of another realm acted in this one, and is gone: each kind of erasure there explains it. */
    @ParameterizedTest
    @MethodSource("erasuresElsewhere")
    void ofErasuresInOtherRealmsThereIsOnlyWhatExplainsSomethingHere(String userId, String more, String written)
            throws IOException {
        try (TestDatabase own = new TestDatabase("foreign")) {
            SampleLedger here = new SampleLedger(own);
            String id = here.accept(here.newUser());
            own.update("update AGR_RECORD set ADMINISTRATOR_ID = 'gone:2', ACTOR_SALT = null where ID = ?", id);
            here.sign();
            String erasure = here.record(SampleLedger.map(
                    "TYPE",
                    "ERASURE",
                    "REALM_ID",
                    SampleLedger.OTHER_REALM,
                    "USER_ID",
                    userId,
                    "DETAILS",
                    "{\"administrator\":\"boss\",\"groups\":[\"subject\",\"actor\"],\"records\":4711" + more + "}"));
            own.update("update AGR_RECORD set LOG_INDEX = 0 where ID = ?", erasure);

            for (Optional<Span> part : List.of(Optional.<Span>empty(), Optional.of(new Span(0, 1)))) {
                ByteArrayOutputStream target = new ByteArrayOutputStream();
                try (LedgerSource source = JdbcLedger.snapshot(own.connect(), null, "shop")) {
                    if (part.isPresent()) {
                        LedgerExport.write(source, part.get(), target);
                    } else {
                        LedgerExport.write(source, target);
                    }
                }
                assertThat(target.toString(StandardCharsets.UTF_8).lines())
                        .filteredOn(line -> line.startsWith("{\"FOREIGN_ERASURE\""))
                        .containsExactly("{\"FOREIGN_ERASURE\":{" + written.replace("ID-OF-IT", erasure) + "}}");
                if (part.isEmpty()) {
                    Clock clock = Clock.fixed(Instant.ofEpochMilli(here.now()), ZoneOffset.UTC);
                    try (LedgerSource source =
                            ExportedLedger.open(() -> new ByteArrayInputStream(target.toByteArray()))) {
                        assertThat(new LedgerCheck(
                                                source,
                                                here.outside(),
                                                new Findings(one -> {}),
                                                (done, all) -> {},
                                                clock)
                                        .run()
                                        .findings())
                                .isEmpty();
                    }
                }
            }
        }
    }

    static Stream<Arguments> erasuresElsewhere() {
        return Stream.of(
                Arguments.of(
                        "f:store-of-others:li.hua",
                        "",
                        "\"DETAILS\":\"{}\",\"ID\":\"ID-OF-IT\",\"OCCURRED_AT\":0,\"USER_ID\":\"f:\""),
                Arguments.of(
                        "gone:2",
                        "",
                        "\"DETAILS\":\"{}\",\"ID\":\"ID-OF-IT\",\"OCCURRED_AT\":0,\"USER_ID\":\"gone:2\""),
                Arguments.of(
                        null,
                        ",\"scope\":\"userStore\",\"userStoreId\":\"store-of-others\"",
                        "\"DETAILS\":\"{\\\"scope\\\":\\\"realm\\\"}\",\"ID\":\"ID-OF-IT\",\"OCCURRED_AT\":0"));
    }

    @Test
    void whatIsChangedInItIsNamed() {
        String changed = export.replaceFirst("\"DECISION\":\"ACCEPTED\"", "\"DECISION\":\"DECLINED\"");
        assertThat(verify(bytes(changed))).anySatisfy(one -> {
            assertThat(one.index()).isZero();
            assertThat(one.column()).isEqualTo("DECISION");
        });
    }

    @Test
    void aRowWithoutWhatEveryRowHasOrOfAnotherRealmIsRefused() {
        for (String column : List.of(
                "LOG.LOG_SIZE",
                "LOG_KEY.VERIFIER_KEY",
                "CHECKPOINT.NOTE",
                "TEXT.CONTENT",
                "TILE.CONTENT",
                "WORDING.CONTENT",
                "SETTINGS.CONTENT",
                "STANDING.USER_ID",
                "STANDING.REALM_ID")) {
            String[] names = column.split("\\.");
            String file =
                    export.replaceFirst("(\\{\"%s\":\\{[^\n]*?)\"%s\":[^,}]*,?".formatted(names[0], names[1]), "$1");
            assertThat(file).as(column).isNotEqualTo(export);
            assertThatThrownBy(() -> verify(bytes(file.replace(",}", "}"))))
                    .as(column)
                    .isInstanceOf(MalformedException.class);
        }
        for (String table : List.of("LOG", "CHECKPOINT", "TILE", "STANDING")) {
            String file = export.replaceFirst(
                    "(\\{\"%s\":\\{[^\n]*\"REALM_ID\":\")[^\"]*".formatted(table), "$1" + SampleLedger.OTHER_REALM);
            assertThat(file).as(table).isNotEqualTo(export);
            assertThatThrownBy(() -> verify(bytes(file))).as(table).isInstanceOf(MalformedException.class);
        }
    }

    @Test
    void whatIsNotWholeOrWrittenOtherwiseIsRefused() {
        String withoutEnd = export.substring(0, export.lastIndexOf("{\"rows\""));
        List<String> refused = List.of(
                "",
                "{}\n",
                withoutEnd,
                export.substring(0, export.length() - 1),
                export.replaceFirst("\n\\{\"TILE\"[^\n]*", ""),
                export.replaceFirst("\n\\{\"TILE\"", "\n{\"PILE\""),
                export.replaceFirst("\"ledgerExport\":1", "\"ledgerExport\":2"),
                export.replaceFirst("\"ledgerExport\"", "\"changes\":true,\"ledgerExport\""));
        refused.forEach(file -> assertThatThrownBy(() -> verify(bytes(file))).isInstanceOf(MalformedException.class));
        for (String file : List.of(
                export.replaceFirst("\\{\"RECORD\":\\{", "{\"RECORD\":{\"A\":1,"),
                export.replaceFirst("\"LOG_INDEX\":0", "\"LOG_INDEX\":\"0\""),
                export.replaceFirst("\\{\"RECORD\":\\{", "{\"RECORD\": {"))) {
            assertThat(file).isNotEqualTo(export);
            assertThatThrownBy(() -> verify(bytes(file))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
