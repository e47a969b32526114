package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agreements.proof.MalformedException;
import io.agreements.proof.ledger.ExportedLedger;
import io.agreements.proof.ledger.Finding;
import io.agreements.proof.ledger.Findings;
import io.agreements.proof.ledger.JdbcLedger;
import io.agreements.proof.ledger.LedgerExport;
import io.agreements.proof.ledger.LedgerSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

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

    @Test
    void whatIsChangedInItIsNamed() {
        String changed = export.replaceFirst("\"DECISION\":\"ACCEPTED\"", "\"DECISION\":\"DECLINED\"");
        assertThat(verify(bytes(changed))).anySatisfy(one -> {
            assertThat(one.index()).isZero();
            assertThat(one.column()).isEqualTo("DECISION");
        });
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
