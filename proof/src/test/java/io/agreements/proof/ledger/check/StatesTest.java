package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Reading;
import io.agreements.proof.ledger.Row;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.database.JdbcLedger;
import io.agreements.proof.ledger.export.ExportedLedger;
import io.agreements.proof.ledger.export.LedgerExport;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Legal holds, restrictions and the register of disclosures are what their records say, in a database and in an export. */
final class StatesTest {

    private static final String ADMINISTRATOR = "admin-1";
    private static final String STORED = "f:" + SampleLedger.STORE + ":ann";

    private TestDatabase database;
    private SampleLedger ledger;
    private String user;
    private final Map<String, Long> dates = new HashMap<>();

    @BeforeEach
    void makeLedger() {
        database = new TestDatabase("states");
        ledger = new SampleLedger(database);
        user = ledger.newUser();
        hold("hold-of-user", user, null);
        hold("hold-of-agreement", null, "terms");
        lift("hold-of-agreement", null, "terms");
        restriction("notice", "NOTICE", user);
        change("notice", user);
        restriction("lifted", "SUSPENSION", user);
        appeal("lifted", user);
        end("lifted", user);
        restriction("missed", "NOTICE", user);
        miss("missed", user);
        disclosure("wrong", null);
        addUsers("wrong");
        disclosure("right", "wrong");
        ledger.sign();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whatNobodyChangedIsGood() {
        assertThat(verify()).isEmpty();
        assertThat(verifyExport()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Table.class,
            names = {"HOLD", "RESTRICTION", "DISCLOSURE"})
    void everyColumnThatIsChangedIsNamed(Table table) {
        for (Row row : rows(table)) {
            for (String column : table.columns().keySet()) {
                if (column.equals("ID")) {
                    continue;
                }
                Object changed = changed(row, column);
                set(table, row, column, changed);
                boolean isRealm = column.equals("REALM_ID");
                assertThat(verify())
                        .as("%s of %s %s", column, table, row.name())
                        .singleElement()
                        .satisfies(one -> {
                            assertThat(one.kind()).isEqualTo(Kind.CHANGED);
                            assertThat(one.table()).isEqualTo(table);
                            assertThat(one.row()).isEqualTo(row.name());
                            assertThat(one.column()).isEqualTo(column);
                        });
                assertThat(verifyExport())
                        .as("%s of %s %s, exported", column, table, row.name())
                        .singleElement()
                        .satisfies(one -> assertThat(isRealm ? one.kind().name() : one.column())
                                .isEqualTo(isRealm ? Kind.MISSING.name() : column));
                set(table, row, column, row.values().get(column));
            }
        }
        assertThat(verify()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Table.class,
            names = {"HOLD", "RESTRICTION", "DISCLOSURE"})
    void aRowThatIsRemovedOrInsertedIsNamed(Table table) {
        for (Row row : rows(table)) {
            database.update("update %s set ID = ? where ID = ?".formatted(table.sqlName()), "another", row.name());
            for (List<Finding> found : List.of(verify(), verifyExport())) {
                assertThat(found)
                        .extracting(Finding::kind, Finding::table, Finding::row)
                        .containsExactlyInAnyOrder(
                                tuple(Kind.SURPLUS, table, "another"), tuple(Kind.MISSING, table, row.name()));
            }
            database.update("update %s set ID = ? where ID = ?".formatted(table.sqlName()), row.name(), "another");
        }
    }

    @Test
    void whatGoesWithAnAccountIsGood() {
        leave(user);
        database.update("delete from AGR_RESTRICTION where USER_ID = ?", user);
        ledger.sign();

        assertThat(verify()).isEmpty();
        assertThat(verifyExport()).isEmpty();
    }

    @Test
    void aHoldThatLastsGoesWithNobody() {
        leave(user);
        database.update("delete from AGR_HOLD where USER_ID = ?", user);
        ledger.sign();

        for (List<Finding> found : List.of(verify(), verifyExport())) {
            assertThat(found).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(Kind.MISSING);
                assertThat(one.row()).isEqualTo("hold-of-user");
            });
        }
    }

    @Test
    void aHoldThatIsOverGoesWithItsUser() {
        lift("hold-of-user", user, null);
        leave(user);
        database.update("delete from AGR_HOLD where USER_ID = ?", user);
        ledger.sign();

        assertThat(verify()).isEmpty();
        assertThat(verifyExport()).isEmpty();
    }

    @Test
    void whatGoesWithARealmIsGood() {
        ledger.record(SampleLedger.map(
                "TYPE", "DELETION", "DETAILS", "{\"scope\":\"realm\",\"stage\":\"executed\",\"by\":\"admin\"}"));
        database.update("delete from AGR_RESTRICTION");
        database.update("delete from AGR_HOLD where ENDED_AT is not null");
        ledger.sign();

        assertThat(verify()).isEmpty();
        assertThat(verifyExport()).isEmpty();
    }

    @Test
    void whoseNameGaveWayToAPseudonymIsGoneWithWhatWasImposed() {
        restriction("of-ann", "SUSPENSION", STORED);
        ledger.sign();
        database.update("update AGR_RECORD set USER_ID = 'gone:1', SUBJECT_SALT = null where USER_ID = ?", STORED);
        ledger.record(SampleLedger.map(
                "TYPE",
                "ERASURE",
                "USER_ID",
                "gone:1",
                "DETAILS",
                "{\"groups\":[\"subject\",\"identity\",\"freeText\"],\"reason\":\"deletion\",\"records\":1}"));
        ledger.sign();
        assertThat(verify()).isEmpty();
        database.update("delete from AGR_RESTRICTION where ID = 'of-ann'");

        assertThat(verify()).isEmpty();
        assertThat(verifyExport()).isEmpty();
    }

    /** What an administrator wrote cannot be held against a record from which it was erased. */
    @Test
    void wordsThatWereErasedFromTheRecordAreHeldAgainstNothing() {
        database.update("update AGR_RECORD set FREE_TEXT = null, FREE_TEXT_SALT = null where TYPE = 'RESTRICTION'");
        database.update("update AGR_RESTRICTION set FACTS = 'something else' where ID = 'lifted'");

        assertThat(verify())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.table()).isEqualTo(Table.RECORD));
    }

    private List<Finding> verify() {
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            return verify(source);
        }
    }

    private List<Finding> verifyExport() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            LedgerExport.write(source, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (LedgerSource source = ExportedLedger.open(() -> new ByteArrayInputStream(target.toByteArray()))) {
            return verify(source);
        }
    }

    private List<Finding> verify(LedgerSource source) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC);
        return new LedgerCheck(source, Outside.NOTHING, new Findings(one -> {}), (done, all) -> {}, clock)
                .run().findings().stream()
                        .filter(one -> one.kind().isTampering())
                        .toList();
    }

    private List<Row> rows(Table table) {
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            return source.find(Reading.all(table), 100);
        }
    }

    private void set(Table table, Row row, String column, Object value) {
        assertThat(database.update(
                        "update %s set %s = ? where ID = ?".formatted(table.sqlName(), column), value, row.name()))
                .isEqualTo(1);
    }

    private static Object changed(Row row, String column) {
        Object value = row.values().get(column);
        if (column.equals("REALM_ID")) {
            return SampleLedger.OTHER_REALM;
        }
        if (row.table().columns().get(column) == Table.Kind.NUMBER) {
            return value == null ? 1L : (Long) value + 1;
        }
        return value == null ? "x" : value + "x";
    }

    private void hold(String id, String userId, String agreement) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", id);
        row.put("REALM_ID", SampleLedger.REALM);
        row.put("USER_ID", userId);
        row.put("AGREEMENT_KEY", agreement);
        row.put("REASON", "A lawsuit.");
        row.put("PLACED_BY", ADMINISTRATOR);
        row.put("PLACED_AT", ledger.now());
        row.put("UNTIL_AT", ledger.now() + 1_000_000);
        row.put("EXPIRED_BEFORE", 0L);
        row.put("SETTLED", false);
        String until = ",\"until\":" + (ledger.now() + 1_000_000);
        step("HOLD", userId, holdDetails("placed", id, agreement, until), "{\"reason\":\"A lawsuit.\"}");
        database.insert(Table.HOLD.sqlName(), row);
    }

    private void lift(String id, String userId, String agreement) {
        database.update(
                "update AGR_HOLD set ENDED_AT = ?, LIFTED_BY = ? where ID = ?", ledger.now(), ADMINISTRATOR, id);
        step("HOLD", userId, holdDetails("lifted", id, agreement, ""), null);
    }

    private static String holdDetails(String stage, String id, String agreement, String rest) {
        return "{" + (agreement == null ? "" : "\"agreement\":\"" + agreement + "\",") + "\"by\":\"admin\",\"hold\":\""
                + id + "\",\"stage\":\"" + stage + "\"" + rest + "}";
    }

    private void restriction(String id, String kind, String userId) {
        long until = ledger.now() + 5_000_000;
        dates.put(id, until);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", id);
        row.put("REALM_ID", SampleLedger.REALM);
        row.put("USER_ID", userId);
        row.put("KIND", kind);
        row.put("GROUNDS", "SPAM,ABUSE");
        row.put("FACTS", "facts");
        row.put("ARTICLE", "4");
        row.put("APPEAL", "a court");
        row.put("FROM_AT", ledger.now());
        row.put("UNTIL_AT", until);
        row.put("DUE_AT", kind.equals("NOTICE") ? until : null);
        row.put("ATTRIBUTE", kind.equals("NOTICE") ? "birthdate" : null);
        row.put("IMPOSED_BY", ADMINISTRATOR);
        row.put("CHANGES", 0);
        database.insert(Table.RESTRICTION.sqlName(), row);
        step(
                "RESTRICTION",
                userId,
                "{" + (kind.equals("NOTICE") ? "\"attribute\":\"birthdate\"," : "")
                        + "\"grounds\":[\"ABUSE\",\"SPAM\"],\"kind\":\"" + kind + "\",\"restriction\":\"" + id
                        + "\",\"stage\":\"imposed\",\"until\":" + until + "}",
                "{\"appeal\":\"a court\",\"article\":\"4\",\"facts\":\"facts\"}");
    }

    private void change(String id, String userId) {
        long until = ledger.now() + 7_000_000;
        database.update(
                "update AGR_RESTRICTION set GROUNDS = 'FRAUD', FACTS = 'others', ARTICLE = '5', APPEAL = null, UNTIL_AT = ?,"
                        + " DUE_AT = ?, CHANGES = 1 where ID = ?",
                until,
                until,
                id);
        step(
                "RESTRICTION",
                userId,
                "{\"grounds\":[\"FRAUD\"],\"kind\":\"NOTICE\",\"restriction\":\"" + id
                        + "\",\"stage\":\"changed\",\"until\":" + until + "}",
                "{\"article\":\"5\",\"facts\":\"others\"}");
    }

    private void miss(String id, String userId) {
        database.update("update AGR_RESTRICTION set DUE_AT = null where ID = ?", id);
        ledger.record(SampleLedger.map(
                "TYPE",
                "RESTRICTION",
                "USER_ID",
                userId,
                "DETAILS",
                "{\"kind\":\"NOTICE\",\"restriction\":\"" + id + "\",\"stage\":\"missed\",\"until\":" + dates.get(id)
                        + "}"));
    }

    private void appeal(String id, String userId) {
        database.update(
                "update AGR_RESTRICTION set APPEAL_TEXT = 'why', APPEALED_AT = ? where ID = ?", ledger.now(), id);
        step("RESTRICTION", userId, "{\"restriction\":\"" + id + "\",\"stage\":\"appealed\"}", "{\"words\":\"why\"}");
        database.update(
                "update AGR_RESTRICTION set APPEAL_OUTCOME = 'UPHELD', APPEAL_ANSWER = 'because', ANSWERED_AT = ?,"
                        + " ANSWERED_BY = ? where ID = ?",
                ledger.now(),
                ADMINISTRATOR,
                id);
        step(
                "RESTRICTION",
                userId,
                "{\"outcome\":\"UPHELD\",\"restriction\":\"" + id + "\",\"stage\":\"answered\"}",
                "{\"words\":\"because\"}");
    }

    private void end(String id, String userId) {
        database.update(
                "update AGR_RESTRICTION set ENDED_AT = ?, ENDING = 'LIFTED', ENDED_BY = ?, DUE_AT = null where ID = ?",
                ledger.now(),
                ADMINISTRATOR,
                id);
        step("RESTRICTION", userId, "{\"restriction\":\"" + id + "\",\"stage\":\"lifted\"}", null);
    }

    private void disclosure(String id, String corrects) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", id);
        row.put("REALM_ID", SampleLedger.REALM);
        row.put("RECIPIENT", "a court");
        row.put("GROUND", "LAW");
        row.put("CATEGORIES", "name\naddress");
        row.put("DISCLOSED_AT", 5L);
        row.put("FILE_REFERENCE", "1 A 2");
        row.put("NOT_BEFORE", 6L);
        row.put("SILENCE_GROUND", "a law");
        row.put("REGISTERED_AT", ledger.now());
        row.put("REGISTERED_BY", ADMINISTRATOR);
        row.put("CORRECTS", corrects);
        database.insert(Table.DISCLOSURE.sqlName(), row);
        if (corrects != null) {
            database.update("update AGR_DISCLOSURE set CORRECTED_BY = ? where ID = ?", id, corrects);
        }
        register(id, corrects);
    }

    private void addUsers(String id) {
        register(id, null);
    }

    private void register(String id, String corrects) {
        step(
                "DISCLOSURE",
                null,
                "{" + (corrects == null ? "" : "\"corrects\":\"" + corrects + "\",")
                        + "\"disclosedAt\":5,\"disclosure\":\"" + id
                        + "\",\"ground\":\"LAW\",\"notBefore\":6,\"stage\":\"registered\",\"users\":1}",
                "{\"data\":\"name, address\",\"recipient\":\"a court\",\"reference\":\"1 A 2\",\"silence\":\"a law\"}");
    }

    private void leave(String userId) {
        ledger.record(SampleLedger.map(
                "TYPE", "DELETION", "USER_ID", userId, "DETAILS", "{\"by\":\"admin\",\"stage\":\"executed\"}"));
        database.update("delete from USER_ENTITY where ID = ?", userId);
    }

    /** By an administrator. */
    private void step(String type, String userId, String details, String words) {
        List<Object> values =
                new ArrayList<>(List.of("TYPE", type, "DETAILS", details, "ADMINISTRATOR_ID", ADMINISTRATOR));
        if (userId != null) {
            values.addAll(List.of("USER_ID", userId));
        }
        if (words != null) {
            values.addAll(List.of("FREE_TEXT", words));
        }
        ledger.record(SampleLedger.map(values.toArray()));
    }
}
