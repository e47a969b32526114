package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Directory;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import io.agreements.proof.ledger.KeptCheckpoint;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Table;
import io.agreements.proof.ledger.check.LedgerCheck;
import io.agreements.proof.ledger.database.JdbcLedger;
import io.agreements.proof.ledger.export.ExportedLedger;
import io.agreements.proof.ledger.export.LedgerExport;
import io.agreements.proof.ledger.outcome.Finding;
import io.agreements.proof.ledger.outcome.Finding.Kind;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.note.VerifierKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.RealmRepresentation;

/** The ledger of people who sign in, leave and are forgotten is what it was, until somebody changes a row. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.SEQUENCER, Tasks.RETENTION})
final class VerifyLedgerIT {

    private Database database;
    private KeycloakServer server;
    private Pop800 pop800;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        this.server = server;
        database = server.database();
        pop800 = Pop800.create(server);
    }

    @Test
    void whatPeopleAndTasksDidIsGoodAndAChangedRowIsNamed(WebBrowser browser) throws Exception {
        String stays = accept(browser, "stays@example.org");
        String leaves = accept(browser, "leaves@example.org");
        Outside early = outside();
        pop800.realm().admin().users().get(leaves).remove();
        await(() -> unindexed() == 0);
        expireConnections();
        await(() -> unindexed() == 0);
        Outside late = outside();

        assertThat(database.count(
                        "select count(*) from agr_record where realm_id = ? and type = 'ERASURE'", pop800.id()))
                .isEqualTo(2);
        assertThat(verify(early)).isEmpty();
        assertThat(verify(late)).isEmpty();
        assertThat(verifyExport(late)).isEmpty();

        Map<String, Object> row = database.query(
                        "select id, log_index from agr_record where user_id = ? and decision = 'ACCEPTED'", stays)
                .get(0);
        database.update("update agr_record set decision = 'DECLINED' where id = ?", row.get("id"));
        assertThat(verify(late)).anySatisfy(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CHANGED);
            assertThat(one.row()).isEqualTo(row.get("id"));
            assertThat(one.index()).isEqualTo(((Number) row.get("log_index")).longValue());
            assertThat(one.column()).isEqualTo("DECISION");
        });
        database.update("update agr_record set decision = 'ACCEPTED' where id = ?", row.get("id"));
        database.update(
                "update agr_record set username = null, session_id = null, identity_salt = null where id = ?",
                row.get("id"));
        assertThat(verify(late)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ERASED);
            assertThat(one.row()).isEqualTo(row.get("id"));
        });
    }

    @Test
    void whatALegalHoldKeepsIsErasedOnlyByTampering(WebBrowser browser) throws Exception {
        String userId = accept(browser, "held@example.org");
        assertThat(AdminRest.post(
                                server,
                                "/" + pop800.realm().name() + "/agreements/holds",
                                "{\"userId\":\"%s\",\"reason\":\"A lawsuit.\"}".formatted(userId))
                        .statusCode())
                .isEqualTo(201);
        pop800.realm().admin().users().get(userId).remove();
        Outside outside = outside();
        assertThat(verify(outside)).isEmpty();
        Map<String, Object> row = database.query(
                        "select id from agr_record where user_id = ? and decision = 'ACCEPTED'", userId)
                .get(0);
        database.update(
                "update agr_record set username = null, session_id = null, identity_salt = null where id = ?",
                row.get("id"));

        assertThat(verify(outside)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ERASED);
            assertThat(one.row()).isEqualTo(row.get("id"));
        });
        assertThat(verifyExport(outside)).hasSize(1);
    }

    @Test
    void holdsRestrictionsAndDisclosuresAreWhatTheirRecordsSay() throws Exception {
        AdminApi admin = AdminApi.of(pop800);
        String userId = pop800.newUser("held@example.org").toRepresentation().getId();
        hold(admin, "\"userId\": \"%s\"".formatted(userId));
        String lifted = hold(admin, "\"agreement\": \"%s\"".formatted(Pop800.AGREEMENT));
        assertThat(admin.delete("/holds/" + lifted).status()).isLessThan(300);
        String suspension = restriction(admin, userId, "SUSPENSION", "");
        admin.put(
                        "/restrictions/" + suspension,
                        "{\"userId\": \"%s\", \"kind\": \"SUSPENSION\",".formatted(userId)
                                + " \"grounds\": [\"OTHER_BREACH\", \"DEFAMATION\", \"RUMOURS\"], \"facts\":"
                                + " \"others\", \"article\": \"5\", \"appeal\": \"a court\", \"edits\": 0}")
                .successful();
        assertThat(admin.delete("/restrictions/" + suspension).status()).isLessThan(300);
        long until = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
        String notice = restriction(admin, userId, "NOTICE", ", \"attribute\": \"lastName\", \"until\": " + until);
        String disclosed = "\"ground\": \"LAW\", \"data\": [\"name\", \"address\"], \"disclosedAt\": %d}"
                .formatted(System.currentTimeMillis() - 1000);
        String wrong = admin.post(
                        "/disclosures",
                        "{\"userIds\": [\"%s\"], \"recipient\": \"Court\", \"reference\": \"1 A 2\", %s"
                                .formatted(userId, disclosed))
                .successful()
                .path("id")
                .asText();
        admin.post("/disclosures/" + wrong + "/corrections", "{\"recipient\": \"Prosecutor\", " + disclosed)
                .successful();
        Outside outside = outside();
        assertThat(verify(outside)).isEmpty();
        assertThat(verifyExport(outside)).isEmpty();

        database.update("update agr_hold set until_at = 1 where realm_id = ? and ended_at is null", pop800.id());
        database.update("update agr_disclosure set recipient = 'Nobody' where id = ?", wrong);
        database.update("delete from agr_restriction where id = ?", notice);
        database.update("update agr_restriction set facts = 'none' where id = ?", suspension);
        for (List<Finding> found : List.of(verify(outside), verifyExport(outside))) {
            assertThat(found)
                    .extracting(Finding::kind, Finding::table, Finding::column)
                    .containsExactlyInAnyOrder(
                            tuple(Kind.CHANGED, Table.HOLD, "UNTIL_AT"),
                            tuple(Kind.CHANGED, Table.DISCLOSURE, "RECIPIENT"),
                            tuple(Kind.CHANGED, Table.RESTRICTION, "FACTS"),
                            tuple(Kind.MISSING, Table.RESTRICTION, null));
        }
    }

    private static String hold(AdminApi admin, String ofWhom) {
        return admin.post("/holds", "{%s, \"reason\": \"A lawsuit.\"}".formatted(ofWhom))
                .successful()
                .path("id")
                .asText();
    }

    private static String restriction(AdminApi admin, String userId, String kind, String more) {
        return admin.post(
                        "/restrictions",
                        "{\"userId\": \"%s\", \"kind\": \"%s\", \"grounds\": [\"DEFAMATION\", \"OTHER_BREACH\"],"
                                        .formatted(userId, kind)
                                + " \"facts\": \"facts\", \"article\": \"4\"" + more + "}")
                .successful()
                .path("id")
                .asText();
    }

    /** Keys that were kept are of this log, and no other key vouches for it. */
    @Test
    void aLedgerThatNoGivenKeySignedIsNotGood() throws Exception {
        Outside own = outside();
        assertThat(verify(own)).isEmpty();
        Pop800 other = Pop800.create(server);
        PublicRest log = new PublicRest(other.realm().url() + "/agreements/log");
        await(() -> log.get("/keys").statusCode() == 200);
        Outside strange = new Outside(
                own.checkpoints(),
                log.get("/keys").body().lines().map(VerifierKey::parse).toList(),
                Optional.empty(),
                Optional.empty(),
                List.of());

        assertThat(verify(strange))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.kind()).isEqualTo(Kind.UNSIGNED));
    }

    @Test
    void timesOfAVersionAreThoseThatWerePublished() throws Exception {
        Outside outside = outside();
        assertThat(verify(outside)).isEmpty();
        database.update(
                "update agr_version set enforced_at = effective_at + 86400000 where published_at is not null"
                        + " and version_number = 1 and agreement_id in (select id from agr_agreement where realm_id = ?"
                        + " and agreement_key = ?)",
                pop800.id(),
                Pop800.AGREEMENT);

        assertThat(verify(outside)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CHANGED);
            assertThat(one.column()).isEqualTo("ENFORCED_AT");
        });
    }

    /** Nothing announced that the user store went, and of such a user no standing is left by which the sweep would know. */
    @Test
    void aNameThatTheSweepErasesIsErasedOnRecord() throws Exception {
        pop800.askForNothing();
        Directory directory = Directory.create(pop800, "vanisher", Instant.EPOCH);
        String userId = directory.userId("vanisher");
        MyRest my = new MyRest(
                pop800, pop800.client().password("vanisher", Pop800.PASSWORD).accessToken());
        assertThat(my.post("/reports").status()).isEqualTo(200);
        Outside early = outside();
        assertThat(verify(early)).isEmpty();
        database.update("delete from component_config where component_id = ?", directory.id());
        database.update("delete from component where id = ?", directory.id());
        QuickTasks.together(server, Tasks.SWEEP, 1);
        await(() -> pop800.records(userId).isEmpty());
        Outside late = outside();

        assertThat(database.query(
                        "select * from agr_record where realm_id = ? and type = 'ERASURE' and user_id like 'gone:%'",
                        pop800.id()))
                .singleElement()
                .satisfies(row -> assertThat((String) row.get("details"))
                        .contains("\"by\":\"schedule\"", "\"subject\"", "\"identity\""));
        assertThat(database.count(
                        "select count(*) from agr_record where realm_id = ? and username = 'vanisher'", pop800.id()))
                .isZero();
        assertThat(verify(early)).isEmpty();
        assertThat(verify(late)).isEmpty();
    }

    /** The directory is there, so the ledger alone says that its user is gone. */
    @Test
    void whoIsGoneFromADirectoryWhileAnAgreementIsHeldIsMissedNowhere(WebBrowser browser) throws Exception {
        AdminApi admin = AdminApi.of(pop800);
        Directory directory = Directory.create(pop800, "ann,bob", Instant.EPOCH);
        String gone = directory.userId("ann");
        String stays = directory.userId("bob");
        acceptAs(browser, "ann");
        acceptAs(browser, "bob");
        restriction(admin, gone, "SUSPENSION", "");
        String hold = hold(admin, "\"agreement\": \"%s\"".formatted(Pop800.AGREEMENT));
        directory.hold("bob", Instant.EPOCH);
        QuickTasks.together(server, Tasks.SWEEP, 1);
        await(() -> pop800.standings(gone).isEmpty());
        Outside held = outside();

        assertThat(pop800.records(gone)).extracting(row -> row.get("type")).contains("ACCEPTANCE", "DELETION");
        assertThat(verify(held)).isEmpty();
        assertThat(verifyExport(held)).isEmpty();

        assertThat(admin.delete("/holds/" + hold).status()).isEqualTo(200);
        QuickTasks.together(server, Tasks.HOLDS, 1);
        await(() -> pop800.records(gone).isEmpty());
        Outside over = outside();
        assertThat(verify(over)).isEmpty();
        assertThat(verifyExport(over)).isEmpty();
        int standings = database.update("delete from agr_standing where user_id = ?", stays);
        assertThat(verify(over))
                .hasSize(standings)
                .isNotEmpty()
                .extracting(Finding::kind, Finding::table)
                .containsOnly(tuple(Kind.MISSING, Table.STANDING));
    }

    @Test
    void aDirectoryThatIsThereAgainUnderItsIdWhileAnAgreementIsHeldLeavesNothingMissing(WebBrowser browser)
            throws Exception {
        AdminApi admin = AdminApi.of(pop800);
        Directory directory = Directory.create(pop800, "eve", Instant.EPOCH);
        String gone = directory.userId("eve");
        acceptAs(browser, "eve");
        restriction(admin, gone, "SUSPENSION", "");
        String hold = hold(admin, "\"agreement\": \"%s\"".formatted(Pop800.AGREEMENT));
        pop800.realm().admin().components().component(directory.id()).remove();
        Directory.create(pop800, directory.id(), "", Instant.EPOCH);
        Outside held = outside();

        assertThat(pop800.standings(gone)).isEmpty();
        assertThat(pop800.records(gone)).extracting(row -> row.get("type")).contains("ACCEPTANCE");
        assertThat(verify(held)).isEmpty();
        assertThat(verifyExport(held)).isEmpty();

        assertThat(admin.delete("/holds/" + hold).status()).isEqualTo(200);
        QuickTasks.together(server, Tasks.HOLDS, 1);
        await(() -> pop800.records(gone).isEmpty());
        Outside over = outside();
        assertThat(verify(over)).isEmpty();
        assertThat(verifyExport(over)).isEmpty();
    }

    /** Somebody signs in all the while, and the log grows. */
    @Test
    void aServerThatIsBusyGivesNoFalseAlarm() throws Exception {
        pop800.askForNothing();
        List<MyRest> people = Stream.of("ann", "bob", "eve", "li")
                .map(name -> name + "@example.org")
                .peek(pop800::newUser)
                .map(email -> new MyRest(
                        pop800, pop800.client().password(email, Pop800.PASSWORD).accessToken()))
                .toList();
        assertThat(people.get(0).post("/reports").status()).isEqualTo(200);
        Outside outside = outside();
        Thread busy = new Thread(() -> {
            // A user may report ten times a day.
            for (int times = 0; times < 9; times++) {
                people.forEach(one -> one.post("/reports"));
            }
        });
        busy.start();
        try {
            do {
                assertThat(verify(outside)).isEmpty();
            } while (busy.isAlive());
        } finally {
            busy.join();
        }
    }

    private String accept(WebBrowser browser, String email) {
        String userId = pop800.newUser(email).toRepresentation().getId();
        acceptAs(browser, email);
        return userId;
    }

    private void acceptAs(WebBrowser browser, String username) {
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        var signIn = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page())
                .submitPassword(username, Pop800.PASSWORD)
                .press("accept");
        assertThat(signIn.awaitCallback().error()).isNull();
    }

    private void expireConnections() {
        RealmRepresentation representation = pop800.realm().admin().toRepresentation();
        representation.getAttributes().put("agreements.connection.days", "1");
        pop800.realm().admin().update(representation);
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofDays(2));
            await(() -> database.count(
                            "select count(*) from agr_record where realm_id = ? and type = 'ERASURE'"
                                    + " and user_id is null",
                            pop800.id())
                    == 1);
        }
    }

    private Outside outside() {
        await(() -> unindexed() == 0);
        PublicRest log = new PublicRest(pop800.realm().url() + "/agreements/log");
        return new Outside(
                KeptCheckpoint.parse("kept", log.get("/checkpoint").body()),
                log.get("/keys").body().lines().map(VerifierKey::parse).toList(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private List<Finding> verify(Outside outside) throws SQLException {
        try (LedgerSource source =
                JdbcLedger.snapshot(database.connect(), null, pop800.realm().name())) {
            return look(source, outside);
        }
    }

    private List<Finding> verifyExport(Outside outside) throws SQLException, IOException {
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        try (LedgerSource source =
                JdbcLedger.snapshot(database.connect(), null, pop800.realm().name())) {
            LedgerExport.write(source, export);
        }
        try (LedgerSource source = ExportedLedger.open(() -> new ByteArrayInputStream(export.toByteArray()))) {
            return look(source, outside);
        }
    }

    /** A test may have moved the clock ahead meanwhile. */
    private static List<Finding> look(LedgerSource source, Outside outside) {
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(10));
        return new LedgerCheck(source, outside, new Findings(one -> {}), (done, all) -> {}, clock)
                .run().findings().stream()
                        .filter(one -> one.kind().isTampering())
                        .toList();
    }

    private long unindexed() {
        return database.count("select count(*) from agr_record where realm_id = ? and log_index is null", pop800.id());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
