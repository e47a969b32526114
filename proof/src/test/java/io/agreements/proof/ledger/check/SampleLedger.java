package io.agreements.proof.ledger.check;

import io.agreements.proof.canonical.CanonicalJson;
import io.agreements.proof.canonical.Commitment;
import io.agreements.proof.canonical.FieldChecks;
import io.agreements.proof.canonical.RecordColumns;
import io.agreements.proof.canonical.Sha256;
import io.agreements.proof.ledger.KeptCheckpoint;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.stored.Group;
import io.agreements.proof.ledger.check.stored.StoredRecord;
import io.agreements.proof.log.Checkpoint;
import io.agreements.proof.log.Entry;
import io.agreements.proof.log.Growth;
import io.agreements.proof.log.Policy;
import io.agreements.proof.log.TilePath;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.SignedNote;
import io.agreements.proof.note.Signer;
import io.agreements.proof.note.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A ledger as a server would have written it: always the same one. */
final class SampleLedger {

    static final String REALM = "5d0f2a52-0000-4d0c-9a7b-0f8f6f1f0a01";
    static final String OTHER_REALM = "5d0f2a52-0000-4d0c-9a7b-0f8f6f1f0a02";
    static final String ORIGIN = "id.example.org/realms/shop/agreements/log";
    static final String AGREEMENT = "a0000000-0000-4000-8000-000000000001";
    static final String STORE = "c0000000-0000-4000-8000-000000000001";
    static final byte[] TEXT = "## Terms\n".getBytes(StandardCharsets.UTF_8);
    static final long BEGIN = 1_790_000_000_000L;
    static final Signer KEY = TestKeys.signer(ORIGIN, KeyType.NOTE, 1);
    static final Signer WITNESS = TestKeys.signer("witness.example/one", KeyType.COSIGNATURE, 2);

    private final TestDatabase database;
    private final Random random = new Random(1);
    private final Map<Long, byte[]> tiles = new HashMap<>();
    private final List<Entry> pending = new ArrayList<>();
    private final List<KeptCheckpoint> checkpoints = new ArrayList<>();
    private final byte[] wording = CanonicalJson.of(Map.of("form", 1, "page", "REGISTRATION"));
    private final byte[] settings = CanonicalJson.of(Map.of("form", 1, "agreement", "terms"));
    private long size;
    private long records;

    SampleLedger(TestDatabase database) {
        this.database = database;
        database.update("insert into REALM values (?, 'shop')", REALM);
        database.update("insert into REALM values (?, 'other')", OTHER_REALM);
        database.update("insert into COMPONENT values (?)", STORE);
        insert(
                Table.AGREEMENT,
                "ID",
                AGREEMENT,
                "REALM_ID",
                REALM,
                "AGREEMENT_KEY",
                "terms",
                "REQUIREMENT",
                "REQUIRED",
                "BINDING_LOCALE",
                "en",
                "DISPLAY_POSITION",
                0,
                "AUDIENCE_TYPE",
                "EVERYBODY",
                "CREATED_AT",
                BEGIN,
                "EDITS",
                0,
                "CHANGES",
                0,
                "REMOVED_AT",
                0L);
        insert(
                Table.VERSION,
                "ID",
                "version",
                "AGREEMENT_ID",
                AGREEMENT,
                "VERSION_NUMBER",
                1,
                "MATERIAL",
                true,
                "ACCEPTANCE",
                "EXPLICIT",
                "READ_TO_END",
                false,
                "CREATED_AT",
                BEGIN,
                "EDITS",
                0);
        insert(
                Table.TEXT,
                "ID",
                "text",
                "VERSION_ID",
                "version",
                "LOCALE",
                "en",
                "TITLE",
                "Terms",
                "CONTENT",
                TEXT,
                "DIGEST",
                Sha256.hex(TEXT),
                "EDITS",
                0);
        insert(Table.WORDING, "DIGEST", Sha256.of(wording), "CONTENT", wording);
        insert(Table.SETTINGS, "DIGEST", Sha256.of(settings), "CONTENT", settings);
        insert(Table.LOG, "REALM_ID", REALM, "ORIGIN", ORIGIN, "ORIGIN_NUMBER", 1, "LOG_SIZE", 0L, "SENT_SIZE", 0L);
        String key = KEY.key().toString();
        insert(
                Table.LOG_KEY,
                "REALM_ID",
                REALM,
                "ORIGIN_NUMBER",
                1,
                "KEY_HASH",
                Sha256.hex(key.getBytes(StandardCharsets.UTF_8)),
                "VERIFIER_KEY",
                key,
                "FIRST_USED_AT",
                BEGIN);
    }

    private void insert(Table table, Object... namesAndValues) {
        database.insert(table, map(namesAndValues));
    }

    static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int place = 0; place < namesAndValues.length; place += 2) {
            values.put((String) namesAndValues[place], namesAndValues[place + 1]);
        }
        return values;
    }

    String uuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes).toString();
    }

    String newUser() {
        String id = uuid();
        database.insert("USER_ENTITY", map("ID", id));
        return id;
    }

    long now() {
        return BEGIN + records * 1000;
    }

    /** A decision of a user, with the standing it comes to. */
    String accept(String userId) {
        String id = record(map(
                "TYPE",
                "ACCEPTANCE",
                "USER_ID",
                userId,
                "AGREEMENT_KEY",
                "terms",
                "VERSION_NUMBER",
                1L,
                "LOCALE",
                "en",
                "TEXT_DIGEST",
                Sha256.of(TEXT),
                "DECISION",
                "ACCEPTED",
                "METHOD",
                "REGISTRATION",
                "CLIENT_ID",
                "app",
                "WORDING_DIGEST",
                Sha256.of(wording),
                "SETTINGS_DIGEST",
                Sha256.of(settings),
                "END_REACHED",
                true,
                "DIFF_FROM",
                0L,
                "DETAILS",
                "{\"acceptance\":\"EXPLICIT\"}",
                "USERNAME",
                "user" + records,
                "SESSION_ID",
                uuid(),
                "IP_ADDRESS",
                "192.0.2." + records % 200,
                "USER_AGENT",
                "Browser",
                "ADMINISTRATOR_ID",
                "admin-" + records % 7,
                "FREE_TEXT",
                "{\"reason\":\"asked by phone\"}"));
        insert(
                Table.STANDING,
                "USER_ID",
                userId,
                "AGREEMENT_ID",
                AGREEMENT,
                "REALM_ID",
                REALM,
                "VERSION_NUMBER",
                1,
                "DECISION",
                "ACCEPTED",
                "LOCALE",
                "en",
                "TEXT_DIGEST",
                Sha256.of(TEXT),
                "DECIDED_AT",
                now() - 1000,
                "RECORD_ID",
                id);
        return id;
    }

    /** @return the id of a record with these values and what all records have */
    String record(Map<String, Object> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ID", uuid());
        values.put("REALM_ID", REALM);
        values.put("OCCURRED_AT", now());
        values.put("RECORDED_AT", now());
        values.putAll(given);
        for (Group group : Group.values()) {
            Row row = new Row(Table.RECORD, values);
            if (group.hasValues(row)) {
                byte[] salt = new byte[16];
                random.nextBytes(salt);
                Commitment commitment = Commitment.of(HexFormat.of().formatHex(salt), group.values(row));
                values.put(group.saltColumn(), salt);
                values.put(group.commitmentColumn(), HexFormat.of().parseHex(commitment.digest()));
            }
        }
        Row row = new Row(Table.RECORD, values);
        Map<String, String> words = new HashMap<>();
        RecordColumns.FORM.forEach(column -> words.put(column, row.words(column)));
        RecordColumns.ERASABLE.forEach((salt, columns) -> {
            words.put(salt, row.words(salt));
            columns.forEach(column -> words.put(column, row.words(column)));
        });
        values.put("FIELD_CHECKS", FieldChecks.of(words).bytes());
        if (values.get("REALM_ID").equals(REALM)) {
            values.put("LOG_INDEX", size + pending.size());
            pending.add(Entry.of(
                    HexFormat.of().parseHex(new StoredRecord(row).entry().orElseThrow())));
        }
        database.insert(Table.RECORD, values);
        records++;
        return row.text("ID");
    }

    /** What the sequencer does. */
    void sign() {
        Growth growth = Growth.of(
                size,
                paths -> paths.stream().map(path -> tiles.get(place(path))).toList(),
                pending);
        growth.tiles().forEach(tile -> write(tile.path(), tile.bytes()));
        growth.bundles().forEach(bundle -> write(bundle.path(), bundle.bytes()));
        size = growth.size();
        pending.clear();
        String checkpoint = new Checkpoint(ORIGIN, size, growth.root()).text();
        SignedNote note = SignedNote.sign(checkpoint, Instant.EPOCH, KEY);
        SignedNote seen = SignedNote.sign(checkpoint, Instant.ofEpochMilli(now()), WITNESS);
        insert(
                Table.CHECKPOINT,
                "REALM_ID",
                REALM,
                "ORIGIN_NUMBER",
                1,
                "LOG_SIZE",
                size,
                "SIGNED_AT",
                now(),
                "NOTE",
                note.toString().getBytes(StandardCharsets.UTF_8),
                "COSIGNATURES",
                (seen.signatures().get(0) + "\n").getBytes(StandardCharsets.UTF_8));
        checkpoints.add(new KeptCheckpoint("kept", note.with(seen.signatures()), Checkpoint.parse(checkpoint)));
        database.update("update AGR_LOG set LOG_SIZE = ? where REALM_ID = ?", size, REALM);
    }

    private void write(TilePath path, byte[] content) {
        if (tiles.put(place(path), content) == null) {
            insert(
                    Table.TILE,
                    "REALM_ID",
                    REALM,
                    "TILE_LEVEL",
                    path.level(),
                    "TILE_INDEX",
                    path.index(),
                    "CONTENT",
                    content);
        } else {
            database.update(
                    "update AGR_TILE set CONTENT = ? where REALM_ID = ? and TILE_LEVEL = ? and TILE_INDEX = ?",
                    content,
                    REALM,
                    path.level(),
                    path.index());
        }
    }

    private static long place(TilePath path) {
        return path.level() * 1_000_000L + path.index();
    }

    /** Who kept every checkpoint, and knows log and witness. */
    Outside outside() {
        return new Outside(checkpoints, List.of(KEY.key()), Optional.of(policy()), Optional.empty(), List.of());
    }

    static Policy policy() {
        return new Policy(
                List.of(new Policy.Log(KEY.key(), Optional.empty())),
                List.of(new Policy.Witness("one", WITNESS.key(), Optional.empty())),
                List.of(),
                "one");
    }

    byte[] tile(TilePath path) {
        return tiles.get(place(path)).clone();
    }

    List<KeptCheckpoint> checkpoints() {
        return List.copyOf(checkpoints);
    }
}
