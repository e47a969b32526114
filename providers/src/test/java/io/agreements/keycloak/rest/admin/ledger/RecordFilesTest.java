package io.agreements.keycloak.rest.admin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.opencsv.CSVReader;
import com.opencsv.exceptions.CsvException;
import io.agreements.keycloak.fixture.Realms;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.FoundRecords;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.util.JsonSerialization;

/** Records as files: everything that was asked for, read bit by bit. */
final class RecordFilesTest {

    private static final Instant THEN = Instant.parse("2026-11-22T16:30:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final RecordQuery ALL = new RecordQuery(Set.of(), Set.of(), null, null, null, 0, 2);

    @Test
    void aTableSaysOfEachRecordWhatTheListSays() throws IOException, CsvException {
        List<Map<String, String>> rows = table(record("ada"));

        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("occurredAt", "2026-11-23T00:30:00+08:00")
                        .containsEntry("type", "ACCEPTANCE")
                        .containsEntry("decision", "ACCEPTED")
                        .containsEntry("method", "LOGIN")
                        .containsEntry("clientId", "shop")
                        .containsEntry("agreementKey", "terms")
                        .containsEntry("version", "2")
                        .containsEntry("locale", "en")
                        .containsEntry("userId", "ada-id")
                        .containsEntry("username", "ada")
                        .containsEntry("textDigest", "digest")
                        .containsEntry("wordingDigest", "wording")
                        .containsEntry("ipAddress", "192.0.2.1")
                        .containsEntry("userAgent", "browser")
                        .containsEntry("details", "{\"acceptance\":\"EXPLICIT\"}"));
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "@sum,'''@sum'", "a;=1+1,'a;''=1+1'"})
    void whatASpreadsheetWouldTakeForAFormulaIsText(String name, String written) throws IOException, CsvException {
        assertThat(table(record(name)).get(0)).containsEntry("username", written);
    }

    @Test
    void linesAreWhatTheListSaysOneBehindTheOther() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        LedgerRecord first = record("ada");
        LedgerRecord second = record("bob");
        new RecordLines(reading(
                        new ArrayList<>(), FoundRecords.all(List.of(first, second)), FoundRecords.all(List.of())))
                .write(stream);

        assertThat(stream.toString(StandardCharsets.UTF_8))
                .isEqualTo(JsonSerialization.writeValueAsString(RecordRepresentation.of(first)) + "\n"
                        + JsonSerialization.writeValueAsString(RecordRepresentation.of(second)) + "\n")
                .contains("\"username\":\"ada\"")
                .doesNotContain("null");
    }

    @Test
    void theReadingGoesOnBehindTheLastRecordOrWhereTheSearchStopped() throws IOException {
        List<RecordQuery> asked = new ArrayList<>();
        LedgerRecord first = record("ada");
        LedgerRecord second = record("bob");
        RecordQuery.Place stop = new RecordQuery.Place(THEN.minusSeconds(60), "stop");
        List<LedgerRecord> read = new ArrayList<>();
        reading(
                        asked,
                        FoundRecords.all(List.of(first, second)),
                        new FoundRecords(List.of(), stop),
                        FoundRecords.all(List.of(first)))
                .each(read::addAll);

        assertThat(read).containsExactly(first, second, first);
        assertThat(asked)
                .containsExactly(
                        ALL.part(0, 2, null), ALL.part(0, 2, RecordQuery.Place.of(second)), ALL.part(0, 2, stop));
    }

    @Test
    void aReaderWhoHasGoneAwayEndsIt() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        };
        List<LedgerRecord> page = List.of(record("ada"), record("bob".repeat(10_000)));
        RecordReading endless = new RecordReading(part -> FoundRecords.all(page), ALL);

        assertThatThrownBy(() -> new RecordTable(endless, SHANGHAI).write(closed))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new RecordLines(endless).write(closed)).isInstanceOf(IOException.class);
    }

    private static List<Map<String, String>> table(LedgerRecord... records) throws IOException, CsvException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        new RecordTable(reading(new ArrayList<>(), FoundRecords.all(List.of(records))), SHANGHAI).write(stream);
        try (CSVReader reader = new CSVReader(new StringReader(stream.toString(StandardCharsets.UTF_8)))) {
            List<String[]> lines = reader.readAll();
            return lines.stream()
                    .skip(1)
                    .map(line -> byName(lines.get(0), line))
                    .toList();
        }
    }

    private static Map<String, String> byName(String[] names, String[] values) {
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < names.length; column++) {
            row.put(names[column], values[column]);
        }
        return row;
    }

    /** A ledger that answers with these, one after the other, and notes what it was asked. */
    private static RecordReading reading(List<RecordQuery> asked, FoundRecords... answers) {
        return new RecordReading(
                part -> {
                    asked.add(part);
                    return answers[asked.size() - 1];
                },
                ALL);
    }

    private static LedgerRecord record(String name) {
        return LedgerRecord.of(new AcceptanceDetails("EXPLICIT", null, null), Realms.named("shop"), THEN)
                .user("ada-id")
                .decision(Decision.ACCEPTED, new Shown("terms", 2, "en", "digest", "wording", true, null))
                .method(Method.LOGIN)
                .client("shop")
                .identity(new Identity(name, "session"))
                .connection(new Connection("192.0.2.1", "browser"))
                .build();
    }
}
