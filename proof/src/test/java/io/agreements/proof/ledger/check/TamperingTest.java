package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Rows;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.database.JdbcLedger;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.Verification;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.Signer;
import io.agreements.proof.note.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody who may write to the database changes a row, and puts it back before the next one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TamperingTest {

    private static final int RECORDS = 270;
    private static final long DAY = 86_400_000;

    private TestDatabase database;
    private SampleLedger ledger;
    private final List<String> sample = new ArrayList<>();
    private Clock clock;

    @BeforeAll
    void makeLedger() {
        database = new TestDatabase("tampering");
        ledger = new SampleLedger(database);
        for (int number = 0; number < RECORDS - 3; number++) {
            String id = ledger.accept(ledger.newUser());
            if (number == 0 || number == 150) {
                sample.add(id);
            }
            if (number % 100 == 99) {
                ledger.sign();
            }
        }
        sample.add(ledger.accept("f:" + SampleLedger.STORE + ":ann"));
        sample.add(ledger.record(SampleLedger.map("TYPE", "EXPORT", "DETAILS", "{\"by\":\"user\"}")));
        ledger.record(SampleLedger.map("TYPE", "SETTINGS", "REALM_ID", SampleLedger.OTHER_REALM));
        ledger.record(SampleLedger.map("TYPE", "EXPORT", "USER_ID", ledger.newUser()));
        ledger.sign();
        clock = Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC);
    }

    @AfterAll
    void drop() {
        database.close();
    }

    private List<Finding> verify(Outside outside) {
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            Verification result =
                    new LedgerCheck(source, outside, new Findings(one -> {}), (done, all) -> {}, clock).run();
            return result.findings().stream()
                    .filter(one -> one.kind().isTampering())
                    .toList();
        }
    }

    private List<Finding> verify() {
        return verify(ledger.outside());
    }

    @Test
    void whatNobodyChangedIsGood() {
        assertThat(verify()).isEmpty();
        assertThat(verify(Outside.NOTHING)).isEmpty();
    }

    @Test
    void everyColumnOfARecordIsFoundAndNamed() {
        for (String id : sample.subList(1, sample.size())) {
            Row row = one(Table.RECORD, Map.of("ID", id));
            for (String column : Table.RECORD.columns().keySet()) {
                Object changed = changed(row, column);
                String idNow = column.equals("ID") ? (String) changed : id;
                List<Finding> found = with(row, Map.of("ID", id), column, changed);
                assertThat(found.stream().filter(one -> one.table() == Table.RECORD))
                        .as("%s of %s: %s", column, id, found)
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.row()).isEqualTo(idNow);
                            assertThat(one.column()).isEqualTo(column);
                        });
            }
        }
        assertThat(verify()).isEmpty();
    }

    /** Whoever knows the product makes the checks anew. */
    @Test
    void whatHasItsChecksMadeAnewIsFoundAllTheSameAndOftenNamed() {
        String id = sample.get(1);
        Row row = one(Table.RECORD, Map.of("ID", id));
        Map<String, Object> changes = Map.of(
                "DECISION",
                "DECLINED",
                "METHOD",
                "ADMIN",
                "CLIENT_ID",
                "other",
                "VERSION_NUMBER",
                2L,
                "END_REACHED",
                false,
                "OCCURRED_AT",
                row.number("OCCURRED_AT") + 1);
        Map<String, Object> unchecked = new LinkedHashMap<>(row.values());
        unchecked.remove("FIELD_CHECKS");
        changes.forEach((column, changed) -> {
            List<Finding> found = with(new Row(Table.RECORD, unchecked), Map.of("ID", id), column, changed);
            assertThat(found)
                    .as(column)
                    .filteredOn(one -> one.table() == Table.RECORD)
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.row()).isEqualTo(id);
                        assertThat(one.index()).isEqualTo(150);
                        assertThat(one.column()).isEqualTo(column);
                    });
        });
        delete(Table.RECORD, Map.of("ID", id));
        restore(row);
    }

    @Test
    void checksThatAreGoneOrAreNoneAreFound() {
        for (String id : sample) {
            Row row = one(Table.RECORD, Map.of("ID", id));
            byte[] checks = row.bytes("FIELD_CHECKS");
            List<byte[]> others = new ArrayList<>(List.of(new byte[0], Arrays.copyOf(checks, checks.length - 1)));
            others.add(null);
            for (int place = 0; place < checks.length; place += 2) {
                byte[] other = checks.clone();
                other[place] ^= 1;
                others.add(other);
            }
            for (byte[] other : others) {
                database.update("update AGR_RECORD set FIELD_CHECKS = ? where ID = ?", other, id);
                assertThat(verify(Outside.NOTHING))
                        .as("%s: %s", id, other == null ? null : HexFormat.of().formatHex(other))
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.row()).isEqualTo(id);
                            assertThat(one.column()).isEqualTo("FIELD_CHECKS");
                        });
            }
            database.update("update AGR_RECORD set FIELD_CHECKS = ? where ID = ?", checks, id);
        }
        assertThat(verify()).isEmpty();
    }

    /** Whoever writes to the database signs all of it anew, and puts the key for that beside it. */
    @Test
    void whatNoGivenKeySignedIsNotGoodWhateverKeyIsStored() {
        Signer strange = TestKeys.signer(SampleLedger.ORIGIN, KeyType.NOTE, 9);
        List<Row> checkpoints = all(Table.CHECKPOINT);
        Row key = all(Table.LOG_KEY).get(0);
        Map<String, Object> another = new LinkedHashMap<>(key.values());
        another.put("VERIFIER_KEY", strange.key().toString());
        another.put("KEY_HASH", Sha256.hex(strange.key().toString().getBytes(StandardCharsets.UTF_8)));
        database.insert(Table.LOG_KEY, another);
        Outside keys =
                new Outside(List.of(), List.of(SampleLedger.KEY.key()), Optional.empty(), Optional.empty(), List.of());
        Outside policy =
                new Outside(List.of(), List.of(), Optional.of(SampleLedger.policy()), Optional.empty(), List.of());
        Outside both = new Outside(
                List.of(),
                List.of(SampleLedger.KEY.key(), strange.key()),
                Optional.empty(),
                Optional.empty(),
                List.of());
        try {
            for (int signed : List.of(1, checkpoints.size())) {
                checkpoints.subList(0, signed).forEach(row -> sign(row, strange));
                for (Outside outside : List.of(keys, policy)) {
                    assertThat(verify(outside)).singleElement().satisfies(one -> {
                        assertThat(one.kind()).isEqualTo(Kind.UNSIGNED);
                        assertThat(one.table()).isEqualTo(Table.CHECKPOINT);
                        assertThat(one.words()).contains(strange.key().toString());
                    });
                }
                assertThat(verify(both)).isEmpty();
            }
        } finally {
            checkpoints.forEach(row -> sign(row, SampleLedger.KEY));
            delete(Table.LOG_KEY, Map.of("VERIFIER_KEY", strange.key().toString()));
        }
        assertThat(verify()).isEmpty();
    }

    @Test
    void aKeptCheckpointThatNoGivenKeySignedIsHeldAgainstNothing() {
        Signer strange = TestKeys.signer(SampleLedger.ORIGIN, KeyType.NOTE, 9);
        Outside outside = new Outside(
                ledger.checkpoints(), List.of(strange.key()), Optional.empty(), Optional.empty(), List.of());

        assertThat(verify(outside)).allSatisfy(one -> assertThat(one.kind()).isEqualTo(Kind.UNSIGNED));
        assertThat(verify(outside)).hasSize(1 + ledger.checkpoints().size());
    }

    private void sign(Row checkpoint, Signer signer) {
        String text = SignedNote.parse(checkpoint.bytes("NOTE")).text();
        database.update(
                "update AGR_CHECKPOINT set NOTE = ? where LOG_SIZE = ?",
                SignedNote.sign(text, Instant.EPOCH, signer).toString().getBytes(StandardCharsets.UTF_8),
                checkpoint.number("LOG_SIZE"));
    }

    @Test
    void whatNoRecordCanSayIsNamedWhereTheRecordWaitsForAPlace() {
        Row row = one(Table.RECORD, Map.of("ID", sample.get(1)));
        Map.<String, Object>of("TYPE", "GIFT", "DECISION", "MAYBE", "METHOD", "POST", "OCCURRED_AT", 1L << 53)
                .forEach((column, odd) -> {
                    Map<String, Object> values = new LinkedHashMap<>(row.values());
                    values.remove("LOG_INDEX");
                    values.put("ID", "odd");
                    values.put(column, odd);
                    database.insert(Table.RECORD, values);
                    try {
                        assertThat(verify()).as(column).singleElement().satisfies(one -> {
                            assertThat(one.kind()).isEqualTo(Kind.CHANGED);
                            assertThat(one.row()).isEqualTo("odd");
                            assertThat(one.column()).isEqualTo(column);
                        });
                    } finally {
                        delete(Table.RECORD, Map.of("ID", "odd"));
                    }
                });
    }

    @Test
    void everyColumnOfAStandingIsFoundAndNamed() {
        Row row = one(Table.STANDING, Map.of("RECORD_ID", sample.get(1)));
        Map<String, Object> key = key(row, "USER_ID", "AGREEMENT_ID");
        for (String column : Table.STANDING.columns().keySet()) {
            List<Finding> found = with(row, key, column, changed(row, column));
            assertThat(found).as(column).singleElement().satisfies(one -> {
                assertThat(one.table()).isEqualTo(Table.STANDING);
                assertThat(one.column()).isEqualTo(column);
            });
        }
    }

    @Test
    void everyColumnOfEveryTileIsFoundAndNamed() {
        for (Row row : all(Table.TILE)) {
            for (String column : Table.TILE.columns().keySet()) {
                Object changed = column.equals("CONTENT") ? changed(row, column) : other(row, column);
                List<Finding> found = with(row, key(row, "REALM_ID", "TILE_LEVEL", "TILE_INDEX"), column, changed);
                assertThat(found)
                        .as("%s of %s", column, row.name())
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.table()).isEqualTo(Table.TILE);
                            assertThat(one.column()).isEqualTo(column);
                        });
            }
        }
    }

    private static Object other(Row row, String column) {
        return column.equals("REALM_ID") ? SampleLedger.OTHER_REALM : row.number(column) + 7;
    }

    @Test
    void everyColumnOfEveryCheckpointIsFoundAndNamed() {
        for (Row row : all(Table.CHECKPOINT)) {
            for (String column : Table.CHECKPOINT.columns().keySet()) {
                for (Object changed : column.equals("SIGNED_AT")
                        ? List.of(row.number(column) - DAY, row.number(column) + DAY)
                        : List.of(column.equals("REALM_ID") ? SampleLedger.OTHER_REALM : changed(row, column))) {
                    List<Finding> found = with(row, key(row, "REALM_ID", "ORIGIN_NUMBER", "LOG_SIZE"), column, changed);
                    assertThat(found)
                            .as("%s of %s: %s", column, row.name(), found)
                            .anySatisfy(one -> {
                                assertThat(one.table()).isEqualTo(Table.CHECKPOINT);
                                assertThat(one.column()).isEqualTo(column);
                            })
                            .allSatisfy(one -> assertThat(one.table()).isEqualTo(Table.CHECKPOINT));
                }
            }
        }
    }

    @Test
    void everyColumnOfWordingSettingsAndTextIsFoundAndNamed() {
        for (Table table : List.of(Table.WORDING, Table.SETTINGS)) {
            Row row = all(table).get(0);
            for (String column : table.columns().keySet()) {
                assertThat(with(row, key(row, "DIGEST"), column, changed(row, column)))
                        .as(column)
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.table()).isEqualTo(table);
                            assertThat(one.column()).isEqualTo(column);
                        });
            }
        }
        Row text = all(Table.TEXT).get(0);
        for (String column : List.of("CONTENT", "DIGEST")) {
            assertThat(with(text, key(text, "ID"), column, changed(text, column)))
                    .as(column)
                    .singleElement()
                    .satisfies(one -> assertThat(one.column()).isEqualTo(column));
        }
    }

    @Test
    void whatIsDeletedIsMissed() {
        for (Table table :
                List.of(Table.RECORD, Table.STANDING, Table.TILE, Table.CHECKPOINT, Table.WORDING, Table.SETTINGS)) {
            Row row = all(table).get(0);
            Map<String, Object> key = key(row, table == Table.RECORD ? new String[] {"ID"} : keyOf(table));
            delete(table, key);
            assertThat(verify()).as(table.name()).anySatisfy(one -> {
                assertThat(one.kind()).isEqualTo(Kind.MISSING);
                assertThat(one.table()).isEqualTo(table);
                if (table == Table.RECORD) {
                    assertThat(one.index()).isZero();
                }
            });
            database.insert(table, row.values());
        }
        assertThat(verify()).isEmpty();
    }

    @Test
    void theLastRecordsAreMissedWithTheirLogShortened() {
        Row log = all(Table.LOG).get(0);
        database.update("update AGR_LOG set LOG_SIZE = 100");
        assertThat(verify()).isNotEmpty();
        database.update("update AGR_LOG set LOG_SIZE = ?", log.number("LOG_SIZE"));
        assertThat(verify()).isEmpty();
    }

    @Test
    void aKeyOfTheLogThatIsGoneIsMissed() {
        Row key = all(Table.LOG_KEY).get(0);
        delete(Table.LOG_KEY, key(key, "KEY_HASH"));
        try {
            assertThat(verify()).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(Kind.MISSING);
                assertThat(one.table()).isEqualTo(Table.LOG_KEY);
                assertThat(one.row()).isEqualTo("1/" + SampleLedger.KEY.key());
            });
        } finally {
            restore(key);
        }
        assertThat(verify()).isEmpty();
    }

    /** Nobody looks for records without end. */
    @Test
    void aSizeThatTheLogNeverHadIsNamed() {
        Row log = all(Table.LOG).get(0);
        try {
            database.update("update AGR_LOG set LOG_SIZE = ?", 1L << 52);
            assertThat(verify()).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(Kind.CHANGED);
                assertThat(one.table()).isEqualTo(Table.LOG);
                assertThat(one.column()).isEqualTo("LOG_SIZE");
            });
        } finally {
            database.update("update AGR_LOG set LOG_SIZE = ?", log.number("LOG_SIZE"));
        }
        assertThat(verify()).isEmpty();
    }

    @Test
    void whatIsInsertedIsFound() {
        Row row = one(Table.RECORD, Map.of("ID", sample.get(1)));
        for (Long place : List.of(0L, 269L, 5000L, -3L)) {
            Map<String, Object> values = new LinkedHashMap<>(row.values());
            String id = ledger.uuid();
            values.put("ID", id);
            values.put("LOG_INDEX", place);
            database.insert(Table.RECORD, values);
            assertThat(verify()).as("at %d", place).anySatisfy(one -> {
                assertThat(one.kind()).isEqualTo(Kind.SURPLUS);
                assertThat(one.row()).isEqualTo(id);
            });
            delete(Table.RECORD, Map.of("ID", id));
        }
        String id = ledger.uuid();
        Map<String, Object> standing =
                new LinkedHashMap<>(all(Table.STANDING).get(0).values());
        standing.put("USER_ID", id);
        standing.put("RECORD_ID", ledger.uuid());
        database.insert(Table.STANDING, standing);
        assertThat(verify())
                .singleElement()
                .satisfies(one -> assertThat(one.row()).startsWith(id));
        delete(Table.STANDING, Map.of("USER_ID", id));
    }

    @Test
    void recordsThatChangePlacesAreFoundBoth() {
        move(10, -10);
        move(20, 10);
        move(-10, 20);
        assertThat(verify()).hasSize(2).allSatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Kind.MOVED);
            assertThat(one.column()).isEqualTo("LOG_INDEX");
            assertThat(one.index()).isIn(10L, 20L);
        });
        move(10, -10);
        move(20, 10);
        move(-10, 20);
        assertThat(verify()).isEmpty();
    }

    private void move(long from, long to) {
        assertThat(database.update("update AGR_RECORD set LOG_INDEX = ? where LOG_INDEX = ?", to, from))
                .isEqualTo(1);
    }

    /** Who rewrites the record, its entry and all hashes above has other roots than those that were signed. */
    @Test
    void aLogThatAgreesWithItselfAndNotWithWhatWasSignedContradictsThat() {
        TestDatabase forged = new TestDatabase("forged");
        SampleLedger other = new SampleLedger(forged);
        other.accept(other.newUser());
        other.sign();
        other.accept(other.newUser());
        other.accept(other.newUser());
        other.sign();
        TestDatabase real = new TestDatabase("real");
        SampleLedger kept = new SampleLedger(real);
        kept.accept(kept.newUser());
        kept.sign();
        kept.record(SampleLedger.map("TYPE", "EXPORT"));
        kept.record(SampleLedger.map("TYPE", "EXPORT"));
        kept.sign();
        try (LedgerSource source = JdbcLedger.snapshot(forged.connect(), null, "shop")) {
            Verification result =
                    new LedgerCheck(source, kept.outside(), new Findings(one -> {}), (done, all) -> {}, clock).run();
            assertThat(result.findings()).anySatisfy(one -> {
                assertThat(one.kind()).isEqualTo(Kind.CONTRADICTION);
                assertThat(one.words()).contains("from 1 on and below 3");
            });
        }
        forged.close();
        real.close();
    }

    private Object changed(Row row, String column) {
        Object value = row.values().get(column);
        return switch (row.table().columns().get(column)) {
            case TEXT -> value == null ? "other" : changedText(column, (String) value);
            case NUMBER -> value == null ? 4L : (Long) value + (column.endsWith("_AT") ? DAY : 1);
            case FLAG -> value == null || !(Boolean) value;
            case BYTES -> changedBytes(column, (byte[]) value);
        };
    }

    private static String changedText(String column, String value) {
        return switch (column) {
            case "DETAILS" -> "{\"acceptance\":\"IMPLIED\"}";
            case "FREE_TEXT" -> "{\"reason\":\"asked by mail\"}";
            case "TYPE" -> "REPORT";
            default -> (value.charAt(0) == 'x' ? "y" : "x") + value.substring(1);
        };
    }

    private static byte[] changedBytes(String column, byte[] value) {
        byte[] bytes = value == null ? new byte[column.endsWith("_SALT") ? 16 : 32] : value.clone();
        bytes[bytes.length / 2] ^= 1;
        return bytes;
    }

    /** What is found while a column has another value. */
    private List<Finding> with(Row row, Map<String, Object> key, String column, Object changed) {
        delete(row.table(), key);
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        values.put(column, changed);
        restore(new Row(row.table(), values));
        try {
            return verify();
        } finally {
            Map<String, Object> keyNow = new LinkedHashMap<>(key);
            keyNow.computeIfPresent(column, (name, before) -> changed);
            delete(row.table(), keyNow);
            restore(row);
        }
    }

    /** Not every column of agreements and texts is read. */
    private void restore(Row row) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        if (row.table() == Table.TEXT) {
            values.put("TITLE", "Terms");
            values.put("EDITS", 0);
        }
        database.insert(row.table(), values);
    }

    private void delete(Table table, Map<String, Object> key) {
        String where = key.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(" and "));
        assertThat(database.update(
                        "delete from " + table.sqlName() + " where " + where,
                        key.values().toArray()))
                .isEqualTo(1);
        if (table == Table.RECORD) {
            database.deleteConnection(key.get("ID"));
        }
    }

    private static Map<String, Object> key(Row row, String... columns) {
        Map<String, Object> key = new LinkedHashMap<>();
        for (String column : columns) {
            key.put(column, row.values().get(column));
        }
        return key;
    }

    private static String[] keyOf(Table table) {
        return table.order().toArray(String[]::new);
    }

    private List<Row> all(Table table) {
        List<Row> rows = new ArrayList<>();
        Reading reading = table == Table.RECORD ? Reading.logged() : Reading.all(table);
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop");
                Rows read = source.rows(reading)) {
            read.forEachRemaining(rows::add);
        }
        return rows;
    }

    private Row one(Table table, Map<String, Object> where) {
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            return source.find(new Reading(table, where, List.copyOf(where.keySet())), 1)
                    .get(0);
        }
    }
}
