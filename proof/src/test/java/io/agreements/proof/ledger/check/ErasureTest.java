package io.agreements.proof.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.database.JdbcLedger;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is gone from records, with and without an ERASURE that speaks of it. */
final class ErasureTest {

    private static final String IDENTIFYING =
            "USERNAME = null, SESSION_ID = null, IDENTITY_SALT = null," + " FREE_TEXT = null, FREE_TEXT_SALT = null";
    private static final String STORED = "f:" + SampleLedger.STORE + ":";

    private TestDatabase database;
    private SampleLedger ledger;

    @BeforeEach
    void makeLedger() {
        database = new TestDatabase("erasure");
        ledger = new SampleLedger(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private List<Finding> verify() {
        return verify(Duration.ZERO);
    }

    private List<Finding> verify(Duration later) {
        Clock clock = Clock.fixed(Instant.ofEpochMilli(ledger.now()).plus(later), ZoneOffset.UTC);
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, "shop")) {
            return new LedgerCheck(source, ledger.outside(), new Findings(one -> {}), (done, all) -> {}, clock)
                    .run()
                    .findings();
        }
    }

    private void erase(String set, String recordId) {
        assertThat(database.update("update AGR_RECORD set " + set + " where ID = ?", recordId))
                .isEqualTo(1);
        if (set.startsWith(IDENTIFYING)) {
            eraseConnection(recordId);
        }
    }

    private void eraseConnection(String recordId) {
        database.deleteConnection(recordId);
    }

    private void leave(String userId) {
        database.update("delete from USER_ENTITY where ID = ?", userId);
        database.update("delete from AGR_STANDING where USER_ID = ?", userId);
    }

    private void erasure(String userId, String details) {
        ledger.record(SampleLedger.map("TYPE", "ERASURE", "USER_ID", userId, "DETAILS", details));
    }

    private void erasureOfMany(String details) {
        ledger.record(SampleLedger.map("TYPE", "ERASURE", "DETAILS", details));
    }

    private static String deletion(String more) {
        return "{\"by\":\"user\",\"groups\":[\"identity\",\"connection\",\"freeText\"],\"reason\":\"deletion\","
                + "\"records\":1" + more + "}";
    }

    private static String deletionOfAll(String more) {
        return deletion(more)
                .replace(
                        "[\"identity\",\"connection\",\"freeText\"]",
                        "[\"subject\",\"identity\",\"connection\",\"actor\",\"freeText\"]");
    }

    private String hold(String userId, String agreement) {
        String id = ledger.uuid();
        database.insert(
                Table.HOLD,
                SampleLedger.map(
                        "ID",
                        id,
                        "REALM_ID",
                        SampleLedger.REALM,
                        "USER_ID",
                        userId,
                        "AGREEMENT_KEY",
                        agreement,
                        "REASON",
                        "a lawsuit",
                        "PLACED_BY",
                        "admin-1",
                        "PLACED_AT",
                        ledger.now(),
                        "EXPIRED_BEFORE",
                        0L,
                        "SETTLED",
                        false));
        ledger.record(SampleLedger.map(
                "TYPE",
                "HOLD",
                "USER_ID",
                userId,
                "FREE_TEXT",
                "{\"reason\":\"a lawsuit\"}",
                "DETAILS",
                "{%s\"hold\":\"%s\",\"stage\":\"placed\"}"
                        .formatted(agreement == null ? "" : "\"agreement\":\"" + agreement + "\",", id)));
        return id;
    }

    private void lift(String hold, String userId) {
        database.update("update AGR_HOLD set ENDED_AT = ? where ID = ?", ledger.now(), hold);
        ledger.record(SampleLedger.map(
                "TYPE",
                "HOLD",
                "USER_ID",
                userId,
                "DETAILS",
                "{\"hold\":\"%s\",\"stage\":\"lifted\"}".formatted(hold)));
    }

    private static String keeping() {
        return deletion(",\"held\":1").replace("\"records\":1", "\"records\":0");
    }

    private static String afterHold() {
        return deletion(",\"requestedAt\":" + SampleLedger.BEGIN);
    }

    private List<Finding> erased() {
        return verify().stream().filter(one -> one.kind() == Kind.ERASED).toList();
    }

    @Test
    void whatALegalHoldKeepsIsCoveredByNoErasureBeforeItsEnd() {
        String user = ledger.newUser();
        String id = ledger.accept(user);
        String hold = hold(user, null);
        erasure(user, keeping());
        leave(user);
        ledger.sign();
        assertThat(verify()).isEmpty();

        erase(IDENTIFYING, id);
        assertThat(verify()).hasSize(3).allSatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ERASED);
            assertThat(one.row()).isEqualTo(id);
            assertThat(one.words()).contains("legal hold");
        });

        lift(hold, user);
        erasure(user, afterHold());
        ledger.sign();
        assertThat(verify()).isEmpty();
    }

    /** The reason of the hold itself is what an administrator wrote about the user. */
    @Test
    void theReasonOfALegalHoldIsKeptAsLongAsItLasts() {
        String user = ledger.newUser();
        hold(user, null);
        erasure(user, keeping());
        leave(user);
        ledger.sign();
        String reason = database.text("select ID from AGR_RECORD where TYPE = 'HOLD'");
        erase("FREE_TEXT = null, FREE_TEXT_SALT = null", reason);

        assertThat(verify()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ERASED);
            assertThat(one.row()).isEqualTo(reason);
            assertThat(one.column()).isEqualTo("FREE_TEXT, FREE_TEXT_SALT");
        });
    }

    @Test
    void aLegalHoldOnAnAgreementKeepsItsRecordsAndNoOther() {
        String user = ledger.newUser();
        String kept = ledger.accept(user);
        String other = ledger.record(SampleLedger.map("TYPE", "EXPORT", "USER_ID", user, "USERNAME", "ann"));
        hold(null, "terms");
        erase(IDENTIFYING, other);
        erasure(user, deletion(",\"held\":1"));
        leave(user);
        ledger.sign();
        assertThat(verify()).isEmpty();

        erase(IDENTIFYING, kept);
        assertThat(verify()).hasSize(3).allSatisfy(one -> assertThat(one.row()).isEqualTo(kept));
    }

    /** Whatever came of the user later, it was erased before anybody wanted it kept. */
    @Test
    void whatWasErasedBeforeALegalHoldIsGood() {
        String user = ledger.newUser();
        erase(IDENTIFYING, ledger.accept(user));
        String other = ledger.accept(ledger.newUser());
        eraseConnection(other);
        erasureOfMany("{\"before\":" + ledger.now() + ",\"groups\":[\"connection\"],\"reason\":\"retention\"}");
        erasure(user, deletion(""));
        leave(user);
        hold(null, "terms");
        erasure(user, keeping());
        ledger.sign();

        assertThat(verify()).isEmpty();
    }

    @Test
    void anExpiryPassesOverWhatALegalHoldKeeps() {
        String id = ledger.accept(ledger.newUser());
        String hold = hold(null, "terms");
        long before = ledger.now();
        for (int more = 0; more < 3700; more++) {
            ledger.record(SampleLedger.map("TYPE", "EXPORT"));
        }
        String expiry = "{\"before\":" + before + ",\"groups\":[\"connection\"],\"reason\":\"retention\"}";
        erasureOfMany(expiry);
        ledger.sign();
        assertThat(verify()).isEmpty();
        eraseConnection(id);
        assertThat(erased())
                .singleElement()
                .satisfies(one -> assertThat(one.row()).isEqualTo(id));

        lift(hold, null);
        erasureOfMany(expiry);
        ledger.sign();
        assertThat(verify()).isEmpty();
    }

    @Test
    void anErasureSpeaksOfTheGroupsThatItNames() {
        String user = ledger.newUser();
        String id = ledger.accept(user);
        erase("USER_ID = 'gone:1', SUBJECT_SALT = null, " + IDENTIFYING, id);
        leave(user);
        erasure("gone:1", deletion(""));
        ledger.sign();
        assertThat(verify()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ERASED);
            assertThat(one.column()).isEqualTo("USER_ID, SUBJECT_SALT");
        });

        String other = ledger.newUser();
        String connected = ledger.accept(other);
        erase(IDENTIFYING, connected);
        erasure(other, deletion("").replace("\"identity\",", "").replace(",\"freeText\"", ""));
        ledger.sign();
        assertThat(erased())
                .filteredOn(one -> one.row().equals(connected))
                .extracting(Finding::column)
                .containsExactly("SESSION_ID, USERNAME, IDENTITY_SALT", "FREE_TEXT, FREE_TEXT_SALT");
    }

    @Test
    void anErasureOfNothingSpeaksOfNothingThatWasThere() {
        String user = ledger.newUser();
        erase(IDENTIFYING, ledger.accept(user));
        for (int more = 0; more < 70; more++) {
            ledger.record(SampleLedger.map("TYPE", "EXPORT"));
        }
        erasure(user, deletion("").replace("\"records\":1", "\"records\":0"));
        ledger.sign();

        assertThat(erased()).hasSize(3);
    }

    /** Nothing is kept of what is written about a user who is gone. */
    @Test
    void whatIsWrittenAboutAUserWhoIsGoneIsErasedFromTheBeginning() {
        String user = ledger.newUser();
        ledger.accept(user);
        erase(IDENTIFYING, database.text("select ID from AGR_RECORD where DECISION is not null"));
        leave(user);
        erasure(user, deletion(""));
        for (int more = 0; more < 3700; more++) {
            ledger.record(SampleLedger.map("TYPE", "EXPORT"));
        }
        String later = ledger.record(SampleLedger.map(
                "TYPE", "RESTRICTION", "USER_ID", user, "FREE_TEXT", "{\"facts\":\"the same again\"}"));
        erase("FREE_TEXT = null, FREE_TEXT_SALT = null", later);
        ledger.sign();

        assertThat(verify()).isEmpty();
    }

    @Test
    void aUserWhoIsGoneExcusesNothingThatALegalHoldKeeps() {
        String user = ledger.newUser();
        String id = ledger.accept(user);
        hold(user, null);
        ledger.sign();
        erase(IDENTIFYING, id);
        leave(user);

        assertThat(verify()).hasSize(3).allSatisfy(one -> assertThat(one.kind()).isEqualTo(Kind.ERASED));
    }

    /** Each run says beforehand what it erases: how far it has come is in no log, and nothing vouches for it. */
    @Test
    void whatIsStoredOfAnExpiryExcusesNothing() {
        String id = ledger.accept(ledger.newUser());
        eraseConnection(id);
        ledger.sign();
        database.update(
                "insert into AGR_RETENTION (REALM_ID, EXPIRED_BEFORE, UNRECORDED) values (?, ?, 5)",
                SampleLedger.REALM,
                ledger.now());
        for (int days : List.of(1, 3650)) {
            database.update("delete from REALM_ATTRIBUTE");
            database.insert(
                    "REALM_ATTRIBUTE",
                    SampleLedger.map(
                            "REALM_ID",
                            SampleLedger.REALM,
                            "NAME",
                            "agreements.connection.days",
                            "\"VALUE\"",
                            String.valueOf(days)));
            assertThat(verify(Duration.ofDays(4000))).singleElement().satisfies(one -> {
                assertThat(one.kind()).isEqualTo(Kind.ERASED);
                assertThat(one.row()).isEqualTo(id);
            });
        }
    }

    /** The record of the run's beginning is what counts, however long connections are kept by now. */
    @Test
    void whatARunErasesBehindItsFirstRecordIsGoodWhateverIsSetMeanwhile() {
        String first = ledger.accept(ledger.newUser());
        String later = ledger.accept(ledger.newUser());
        eraseConnection(first);
        erasureOfMany("{\"before\":" + ledger.now() + ",\"groups\":[\"connection\"],\"reason\":\"retention\","
                + "\"records\":1}");
        ledger.sign();
        eraseConnection(later);
        database.insert(
                "REALM_ATTRIBUTE",
                SampleLedger.map(
                        "REALM_ID", SampleLedger.REALM, "NAME", "agreements.connection.days", "\"VALUE\"", "3650"));

        assertThat(verify()).isEmpty();
    }

    @Test
    void whatWentWithAnAccountIsGood() {
        String user = ledger.newUser();
        erase(IDENTIFYING, ledger.accept(user));
        leave(user);
        erasure(user, deletion(""));
        ledger.sign();

        assertThat(verify()).isEmpty();
    }

    @Test
    void whatIsGoneWithoutARecordOfItIsTampering() {
        String user = ledger.newUser();
        String id = ledger.accept(user);
        erase(IDENTIFYING, id);
        erasure(ledger.newUser(), deletion(""));
        ledger.sign();

        assertThat(verify())
                .filteredOn(one -> one.kind() == Kind.ERASED)
                .hasSize(3)
                .allSatisfy(one -> {
                    assertThat(one.row()).isEqualTo(id);
                    assertThat(one.index()).isZero();
                })
                .extracting(Finding::column)
                .containsExactly(
                        "SESSION_ID, USERNAME, IDENTITY_SALT",
                        "IP_ADDRESS, USER_AGENT, CONNECTION_SALT",
                        "FREE_TEXT, FREE_TEXT_SALT");
    }

    @Test
    void anErasureOfOneUserSpeaksOfNoOther() {
        String user = ledger.newUser();
        eraseConnection(ledger.accept(user));
        erasure(user, "{\"before\":" + ledger.now() + ",\"groups\":[\"connection\"],\"reason\":\"retention\"}");
        String other = ledger.accept(ledger.newUser());
        eraseConnection(other);
        ledger.sign();

        assertThat(verify()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ERASED);
            assertThat(one.row()).isEqualTo(other);
        });
    }

    @Test
    void whoDecidesLaterUnderTheSameIdIsNotCoveredByTheErasureBefore() {
        String user = ledger.newUser();
        erase(IDENTIFYING, ledger.accept(user));
        leave(user);
        erasure(user, deletion(""));
        for (int more = 0; more < 3700; more++) {
            ledger.record(SampleLedger.map("TYPE", "EXPORT"));
        }
        database.update("insert into USER_ENTITY values (?)", user);
        String id = ledger.accept(user);
        erase(IDENTIFYING, id);
        ledger.sign();

        assertThat(verify())
                .filteredOn(one -> one.kind() == Kind.ERASED)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.row()).isEqualTo(id));
    }

    @Test
    void connectionsThatExpiredAreGoodAndYoungerOnesAreNot() {
        eraseConnection(ledger.accept(ledger.newUser()));
        long before = ledger.now();
        String younger = ledger.accept(ledger.newUser());
        eraseConnection(younger);
        erasureOfMany("{\"before\":" + before + ",\"groups\":[\"connection\"],\"reason\":\"retention\"}");
        ledger.sign();

        assertThat(verify())
                .singleElement()
                .satisfies(one -> assertThat(one.row()).isEqualTo(younger));
    }

    /** The task that erases with users who are gone leaves a record of it; nobody else is waited for for ever. */
    @Test
    void whoeverIsGoneWithADecisionErasedLongAgoWasErasedByNoServer() {
        String user = ledger.newUser();
        String id = ledger.accept(user);
        erase(IDENTIFYING, id);
        leave(user);
        ledger.sign();

        assertThat(verify())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.kind()).isEqualTo(Kind.UNDER_WAY));
        assertThat(verify(Duration.ofDays(8)))
                .filteredOn(one -> one.kind().isTampering())
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.ERASED);
                    assertThat(one.row()).isEqualTo(id);
                });
    }

    @Test
    void whatAnAdministratorDidWhoWasGoneByThenIsNotErasedWithTheOthers() {
        String early = ledger.accept(ledger.newUser());
        String pseudonym = "gone:" + ledger.uuid();
        ledger.record(SampleLedger.map("TYPE", "ERASURE", "USER_ID", pseudonym, "DETAILS", deletionOfAll("")));
        long later = ledger.now() + Duration.ofDays(1).toMillis();
        String late = ledger.record(SampleLedger.map(
                "TYPE", "EXPORT", "OCCURRED_AT", later, "RECORDED_AT", later, "ADMINISTRATOR_ID", "admin-1"));
        ledger.sign();
        for (String id : List.of(early, late)) {
            erase("ADMINISTRATOR_ID = '" + pseudonym + "', ACTOR_SALT = null", id);
        }

        assertThat(verify())
                .filteredOn(one -> one.table() == Table.RECORD)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.ERASED);
                    assertThat(one.row()).isEqualTo(late);
                });
    }

    /** Nobody can tell any more whose record it was, but the erasure says how many there were. */
    @Test
    void aRecordOfAnotherUserIsNotHiddenAmongThoseOfOneWhoWasErased() {
        String user = ledger.newUser();
        String hidden = ledger.accept(user);
        String gone = ledger.accept(STORED + "ann");
        String deletion = ledger.record(SampleLedger.map(
                "TYPE",
                "DELETION",
                "USER_ID",
                STORED + "ann",
                "ADMINISTRATOR_ID",
                "admin-1",
                "DETAILS",
                "{\"by\":\"administrator\",\"stage\":\"executed\"}"));
        database.update("delete from AGR_STANDING");
        String pseudonym = "gone:" + ledger.uuid();
        erasure(pseudonym, deletionOfAll(""));
        ledger.sign();
        String all = IDENTIFYING + ", USER_ID = '" + pseudonym + "', SUBJECT_SALT = null, ADMINISTRATOR_ID = '"
                + pseudonym + "', ACTOR_SALT = null";
        erase(all, gone);
        erase(all, deletion);
        assertThat(verify()).filteredOn(one -> one.table() == Table.RECORD).isEmpty();

        erase(all, hidden);
        assertThat(verify())
                .filteredOn(one -> one.kind().isTampering())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.CHANGED);
                    assertThat(one.row()).isIn(hidden, gone);
                    assertThat(one.column()).isEqualTo("USER_ID");
                });
        erase("USER_ID = 'gone:" + ledger.uuid() + "'", hidden);
        assertThat(verify()).anySatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ERASED);
            assertThat(one.row()).isEqualTo(hidden);
        });
    }

    @Test
    void aUserWhoIsGoneAndNotYetSweptIsNoTampering() {
        String user = ledger.newUser();
        ledger.accept(user);
        erase(IDENTIFYING, ledger.record(SampleLedger.map("TYPE", "EXPORT", "USER_ID", user, "USERNAME", "ann")));
        database.update("delete from USER_ENTITY where ID = ?", user);
        ledger.sign();

        assertThat(verify())
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Kind.UNDER_WAY));
    }

    @Test
    void anErasureOfAUserStoreSpeaksOfItsUsersAlone() {
        String ofStore = ledger.accept(STORED + "ann");
        String renamed = ledger.accept("f:gone-store:li");
        String ofOther = ledger.accept("f:another:bob");
        for (String id : List.of(ofStore, ofOther)) {
            erase(IDENTIFYING, id);
        }
        erase(IDENTIFYING + ", USER_ID = 'gone:1', SUBJECT_SALT = null", renamed);
        database.update("delete from AGR_STANDING");
        database.update("insert into COMPONENT values ('another')");
        erasureOfMany(deletionOfAll(",\"scope\":\"userStore\",\"userStoreId\":\"" + SampleLedger.STORE + "\""));
        erasure("gone:1", deletionOfAll(""));
        ledger.sign();

        assertThat(verify())
                .filteredOn(one -> one.kind().isTampering())
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.row()).isEqualTo(ofOther));
    }

    @Test
    void aPseudonymThatNoErasureSpeaksOfIsTampering() {
        String id = ledger.accept(STORED + "ann");
        erase("USER_ID = 'gone:1', SUBJECT_SALT = null", id);
        database.update("delete from AGR_STANDING");
        ledger.sign();

        assertThat(verify()).filteredOn(one -> one.kind().isTampering()).anySatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ERASED);
            assertThat(one.column()).isEqualTo("USER_ID, SUBJECT_SALT");
        });
    }

    /** The user store went without a word, and the sweep found its users. */
    @Test
    void aPseudonymIsGoodWhereAnErasureOfItIsOnRecord() {
        String id = ledger.accept("f:vanished:ann");
        erase(IDENTIFYING + ", USER_ID = 'gone:1', SUBJECT_SALT = null", id);
        database.update("delete from AGR_STANDING");
        String act = ledger.accept(ledger.newUser());
        erase("ADMINISTRATOR_ID = 'gone:2', ACTOR_SALT = null", act);
        erasure(
                "gone:1",
                "{\"by\":\"schedule\",\"groups\":[\"subject\",\"identity\",\"connection\",\"actor\",\"freeText\"],"
                        + "\"reason\":\"deletion\",\"records\":1}");
        erasure("gone:2", "{\"by\":\"schedule\",\"groups\":[\"actor\"],\"reason\":\"deletion\",\"records\":1}");
        ledger.sign();

        assertThat(verify()).isEmpty();
    }

    @Test
    void anIdThatIsGoneWithoutAPseudonymIsTampering() {
        erase("ADMINISTRATOR_ID = null, ACTOR_SALT = null", ledger.accept(ledger.newUser()));
        ledger.sign();

        assertThat(verify()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CHANGED);
            assertThat(one.column()).isEqualTo("ADMINISTRATOR_ID");
        });
    }

    @Test
    void anAdministratorOfAnotherRealmWhoIsGoneIsGood() {
        String id = ledger.accept(ledger.newUser());
        erase("ADMINISTRATOR_ID = 'gone:2', ACTOR_SALT = null", id);
        ledger.sign();
        assertThat(verify())
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Kind.ERASED));

        database.update(
                "update AGR_RECORD set LOG_INDEX = 0 where ID = ?",
                ledger.record(SampleLedger.map(
                        "TYPE",
                        "ERASURE",
                        "REALM_ID",
                        SampleLedger.OTHER_REALM,
                        "USER_ID",
                        "gone:2",
                        "DETAILS",
                        "{\"groups\":[\"subject\",\"actor\"],\"reason\":\"deletion\"}")));
        assertThat(verify()).isEmpty();
    }

    @Test
    void aRealmThatWasRemovedIsGood() {
        String user = ledger.newUser();
        erase(IDENTIFYING, ledger.accept(user));
        leave(user);
        erasureOfMany(deletionOfAll(",\"scope\":\"realm\""));
        ledger.sign();
        database.update("delete from REALM where ID = ?", SampleLedger.REALM);
        try (LedgerSource source = JdbcLedger.snapshot(database.connect(), null, SampleLedger.REALM)) {
            assertThat(new LedgerCheck(
                                    source,
                                    ledger.outside(),
                                    new Findings(one -> {}),
                                    (done, all) -> {},
                                    Clock.fixed(Instant.ofEpochMilli(ledger.now()), ZoneOffset.UTC))
                            .run()
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void whatIsNotInTheLogYetIsSaidToWait() {
        ledger.accept(ledger.newUser());
        ledger.sign();
        String user = ledger.newUser();
        String id = ledger.accept(user);
        erase(IDENTIFYING, id);
        leave(user);
        erasure(user, deletion(""));
        database.update("update AGR_RECORD set LOG_INDEX = null where LOG_INDEX > 0");

        List<Finding> found = verify();
        assertThat(found).noneMatch(one -> one.kind().isTampering());
        assertThat(found).extracting(Finding::kind).contains(Kind.WAITING, Kind.UNDER_WAY);
    }

    @Test
    void ofUsersWhoAreGoneNoStandingIsMissed() {
        String user = ledger.newUser();
        String id = ledger.accept(user);
        database.update("delete from AGR_STANDING");
        ledger.sign();
        assertThat(verify()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.MISSING);
            assertThat(one.words()).contains(id);
        });
        database.update("delete from USER_ENTITY");

        assertThat(verify()).isEmpty();
    }

    /** Nothing in the database says of a user of a store that is there that the user is gone. */
    @Test
    void ofAUserOfAStoreWhoseNameALegalHoldKeepsTheRecordOfTheDepartureExplainsThatTheStandingIsGone() {
        String user = STORED + "ann";
        String id = ledger.accept(user);
        hold(null, "terms");
        database.update("delete from AGR_STANDING where USER_ID = ?", user);
        ledger.sign();
        assertThat(verify())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains(id));

        departure(user, "{\"by\":\"schedule\",\"stage\":\"missing\"}");
        ledger.sign();
        assertThat(verify()).isEmpty();

        passTime();
        String later = ledger.accept(user);
        ledger.sign();
        assertThat(verify()).isEmpty();
        database.update("delete from AGR_STANDING where USER_ID = ?", user);
        assertThat(verify())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains(later));
    }

    @Test
    void ofAUserStoreThatIsThereAgainUnderItsIdNoStandingIsMissedOfWhoWentWithItBefore() {
        String user = STORED + "ann";
        ledger.accept(user);
        String other = ledger.accept("f:another:bob");
        database.update("insert into COMPONENT values ('another')");
        hold(null, "terms");
        departure(null, "{\"by\":\"admin\",\"scope\":\"userStore\",\"stage\":\"executed\"}");
        erasureOfMany(
                deletionOfAll(",\"held\":1,\"scope\":\"userStore\",\"userStoreId\":\"" + SampleLedger.STORE + "\""));
        database.update("delete from AGR_STANDING");
        ledger.sign();

        assertThat(verify())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains(other));
    }

    @Test
    void ofARealmThatIsThereAgainUnderItsIdNoStandingIsMissedOfWhoWentWithItBefore() {
        String user = ledger.newUser();
        ledger.accept(user);
        hold(null, "terms");
        departure(null, "{\"by\":\"admin\",\"scope\":\"realm\",\"stage\":\"executed\"}");
        erasureOfMany(deletionOfAll(",\"held\":1,\"scope\":\"realm\""));
        database.update("delete from AGR_STANDING");
        passTime();
        String later = ledger.accept(ledger.newUser());
        ledger.sign();
        assertThat(verify()).isEmpty();

        database.update("delete from AGR_STANDING");
        assertThat(verify())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).contains(later));
    }

    /** Whom a store had imported is gone with it, and what a hold keeps of the user may be held by another one. */
    @Test
    void theReasonOfALegalHoldOnAUserWhoWentWithAStoreIsErasedFromTheBeginning() {
        String user = ledger.newUser();
        ledger.accept(user);
        hold(null, "terms");
        departure(null, "{\"by\":\"admin\",\"scope\":\"userStore\",\"stage\":\"executed\"}");
        erasureOfMany(
                deletionOfAll(",\"held\":1,\"scope\":\"userStore\",\"userStoreId\":\"" + SampleLedger.STORE + "\""));
        leave(user);
        passTime();
        hold(user, null);
        String reason = database.text("select ID from AGR_RECORD where TYPE = 'HOLD' and USER_ID is not null");
        erase("FREE_TEXT = null, FREE_TEXT_SALT = null", reason);
        ledger.sign();
        assertThat(verify()).isEmpty();

        database.insert("USER_ENTITY", SampleLedger.map("ID", user));
        assertThat(erased())
                .singleElement()
                .satisfies(one -> assertThat(one.row()).isEqualTo(reason));
    }

    @Test
    void whatALegalHoldKeepsIsCoveredByNoErasureThatDoesNotCountOfWhom() {
        String user = ledger.newUser();
        String id = ledger.accept(user);
        hold(user, null);
        leave(user);
        erasureOfMany(deletionOfAll(",\"scope\":\"realm\",\"underHold\":true"));
        ledger.sign();
        assertThat(verify()).isEmpty();

        erase(IDENTIFYING, id);
        assertThat(erased()).hasSize(3).allSatisfy(one -> assertThat(one.row()).isEqualTo(id));
    }

    private void departure(String userId, String details) {
        ledger.record(SampleLedger.map("TYPE", "DELETION", "USER_ID", userId, "DETAILS", details));
    }

    /** More than an hour, by which clocks may differ. */
    private void passTime() {
        for (int more = 0; more < 3700; more++) {
            ledger.record(SampleLedger.map("TYPE", "EXPORT"));
        }
    }
}
