package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import io.agreements.proof.ledger.KeptCheckpoint;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Span;
import io.agreements.proof.ledger.check.SpanCheck;
import io.agreements.proof.ledger.export.ExportedLedger;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.SpanVerification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;

/** Administrators verify the ledger where the server runs, while it goes on. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.SEQUENCER})
final class VerificationIT {

    private static final String VERIFICATIONS = "/log/verifications";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long BEYOND = 1L << 53;

    private KeycloakServer server;
    private Database database;
    private Pop800 pop800;
    private AdminApi admin;
    private MyRest person;

    @BeforeEach
    void createRealmWithRecords(KeycloakServer server) {
        this.server = server;
        database = server.database();
        pop800 = Pop800.create(server);
        pop800.askForNothing();
        pop800.newUser("person@example.org");
        person = new MyRest(
                pop800,
                pop800.client().password("person@example.org", Pop800.PASSWORD).accessToken());
        for (int times = 0; times < 5; times++) {
            assertThat(person.post("/reports").status()).isEqualTo(200);
        }
        admin = AdminApi.of(pop800);
        awaitAll();
    }

    @Test
    void whatNobodyChangedIsGoodAndHeldAgainstTheCheckpointThatWasKept() {
        String kept = new PublicRest(pop800.realm().url() + "/agreements/log")
                .get("/checkpoint")
                .body();
        long size = size();
        JsonNode result = verify(json(Map.of("checkpoint", kept)));

        assertThat(result.path("state").asText()).as(result.toString()).isEqualTo("DONE");
        assertThat(result.path("fromIndex").asLong()).isZero();
        assertThat(result.path("toIndex").asLong()).isEqualTo(size);
        assertThat(result.path("done").asLong()).isEqualTo(size);
        assertThat(result.path("result").path("records").asLong()).isEqualTo(size);
        assertThat(result.path("result").path("wrong").asLong())
                .as(result.toString())
                .isZero();
        assertThat(result.path("result").path("signedSize").asLong()).isEqualTo(size);
        assertThat(result.path("result").path("keptSize").asLong()).isEqualTo(size);
    }

    @Test
    void aRecordThatWasChangedIsNamedWithItsFieldAndOtherRangesAreGood() {
        Map<String, Object> row = database.query(
                        "select id, log_index from agr_record where realm_id = ? and type = 'REPORT'"
                                + " order by log_index",
                        pop800.id())
                .get(2);
        long index = ((Number) row.get("log_index")).longValue();
        database.update("update agr_record set client_id = 'another' where id = ?", row.get("id"));

        JsonNode found = verify(range(index, index + 1)).path("result");
        assertThat(found.path("wrong").asLong()).as(found.toString()).isEqualTo(1);
        JsonNode finding = found.path("findings").path(0);
        assertThat(finding.path("kind").asText()).isEqualTo("CHANGED");
        assertThat(finding.path("recordId").asText()).isEqualTo(row.get("id"));
        assertThat(finding.path("index").asLong()).isEqualTo(index);
        assertThat(finding.path("column").asText()).isEqualTo("CLIENT_ID");
        assertThat(verify(range(0, index)).path("result").path("wrong").asLong())
                .isZero();
        assertThat(verify(range(index + 1, size())).path("result").path("wrong").asLong())
                .isZero();
    }

    @Test
    void aRecordWithWordsThatAreNoneKeepsNobodyFromTheOthersAndIsNamed() {
        Map<String, Object> row = database.query(
                        "select id, log_index, user_id, method from agr_record where realm_id = ? and type = 'REPORT'"
                                + " order by log_index",
                        pop800.id())
                .get(1);
        long index = ((Number) row.get("log_index")).longValue();
        database.update("update agr_record set type = 'GIFT', method = 'POST' where id = ?", row.get("id"));
        try {
            JsonNode record = admin.get("/records/" + row.get("id")).successful();
            assertThat(record.has("type")).isFalse();
            assertThat(record.path("details").path("unreadableType").asText()).isEqualTo("GIFT");
            assertThat(record.path("details").path("unreadableMethod").asText()).isEqualTo("POST");
            assertThat(admin.get("/records?user=" + row.get("user_id"))
                            .successful()
                            .toString())
                    .contains((String) row.get("id"), "REPORT");
            assertThat(person.get("/records").json().findValues("unreadableType"))
                    .hasSize(1);
            assertThat(admin.get("/records/" + row.get("id") + "/receipt").status())
                    .isEqualTo(409);

            JsonNode found = verify(range(index, index + 1)).path("result");
            assertThat(found.path("findings").findValuesAsText("column")).contains("TYPE", "METHOD");
            assertThat(found.path("findings").findValuesAsText("code")).contains("DIFFERS_NOW");
        } finally {
            database.update(
                    "update agr_record set type = 'REPORT', method = ? where id = ?", row.get("method"), row.get("id"));
        }
    }

    @Test
    void whatIsWrongWithAWishIsNamed() {
        long size = size();
        assertRefused("{\"fromIndex\": -1}", "fromIndex");
        assertRefused("{\"fromIndex\": " + size + "}", "fromIndex");
        assertRefused("{\"toIndex\": " + (size + 1) + "}", "toIndex");
        assertRefused("{\"fromIndex\": 2, \"toIndex\": 2}", "toIndex");
        assertRefused("{\"fromIndex\": \"2\"}", "fromIndex");
        assertRefused("{\"checkpoint\": \"none\"}", "checkpoint");
        assertRefused("{\"keys\": \"none\"}", "keys");
        assertRefused(json(Map.of("checkpoint", "x".repeat(65_537))), "checkpoint");
        assertThat(admin.get("/log/export?fromIndex=x").status()).isEqualTo(400);
        assertThat(admin.get("/log/export?toIndex=" + (size + 1)).status()).isEqualTo(400);
        assertThat(admin.get(VERIFICATIONS).json()).isEmpty();
    }

    /** As if another node had begun it. */
    @Test
    void oneRunsAtATimeOnWhicheverNodeAndIsSeenAndEndedFromHere() {
        String elsewhere = runsElsewhere(System.currentTimeMillis());

        assertThat(admin.post(VERIFICATIONS, "{}").status()).isEqualTo(409);
        JsonNode seen = admin.get(VERIFICATIONS + "/" + elsewhere).json();
        assertThat(seen.path("state").asText()).isEqualTo("RUNNING");
        assertThat(seen.path("done").asLong()).isEqualTo(256);
        assertThat(admin.get(VERIFICATIONS).json().path(0).path("id").asText()).isEqualTo(elsewhere);
        assertThat(admin.delete(VERIFICATIONS + "/" + elsewhere)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(admin.delete(VERIFICATIONS + "/" + elsewhere).status()).isEqualTo(409);
        assertThat(admin.delete(VERIFICATIONS + "/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(verify("{}").path("state").asText()).isEqualTo("DONE");
        assertThat(admin.get(VERIFICATIONS + "/" + elsewhere).status()).isEqualTo(404);
    }

    @Test
    void whatTheLastOneCameToIsKeptUntilTheNextOneIsDone() {
        String done = verify("{}").path("id").asText();
        database.update(
                "update agr_verification set id = ?, state = 'RUNNING', done = 0, ended_at = null, seen_at = ?"
                        + " where realm_id = ?",
                UUID.randomUUID().toString(),
                System.currentTimeMillis(),
                pop800.id());

        JsonNode both = admin.get(VERIFICATIONS).json();
        assertThat(both).hasSize(2);
        String running = both.path(0).path("id").asText();
        assertThat(both.path(0).path("state").asText()).isEqualTo("RUNNING");
        assertThat(both.path(0).has("result")).isFalse();
        assertThat(both.path(1).path("id").asText()).isEqualTo(done);
        assertThat(both.path(1).path("state").asText()).isEqualTo("DONE");
        assertThat(both.path(1).path("result").path("wrong").asLong(-1)).isZero();
        assertThat(admin.get(VERIFICATIONS + "/" + done).json()).isEqualTo(both.path(1));
        assertThat(admin.delete(VERIFICATIONS + "/" + done).status()).isEqualTo(409);
        assertThat(admin.delete(VERIFICATIONS + "/" + running).status()).isEqualTo(200);
        assertThat(admin.get(VERIFICATIONS).json()).hasSize(2);
        assertThat(admin.get(VERIFICATIONS).json().path(1)).isEqualTo(both.path(1));
        String next = verify("{}").path("id").asText();
        assertThat(admin.get(VERIFICATIONS).json().findValuesAsText("id")).containsExactly(next);
    }

    @Test
    void oneWhoseNodeIsGoneStandsInNobodysWay() {
        String lost =
                runsElsewhere(System.currentTimeMillis() - Duration.ofHours(1).toMillis());

        assertThat(admin.get(VERIFICATIONS + "/" + lost).json().path("state").asText())
                .isEqualTo("INTERRUPTED");
        assertThat(verify("{}").path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void itTakesThePermissionsOfItsNeighbours() {
        AdminApi looking = AdminApi.ofAdministratorWith(pop800, "view-events");
        AdminApi managing = AdminApi.ofAdministratorWith(pop800, "manage-realm");
        AdminApi both = AdminApi.ofAdministratorWith(pop800, "manage-realm", "view-events");
        AdminApi users = AdminApi.ofAdministratorWith(pop800, "view-users");
        String id = both.post(VERIFICATIONS, "{}").json().path("id").asText();
        awaitEnd(id);

        for (String path : List.of(VERIFICATIONS, VERIFICATIONS + "/" + id)) {
            assertThat(AdminApi.ofNobody(pop800).get(path).status()).as(path).isEqualTo(401);
            assertThat(managing.get(path).status()).as(path).isEqualTo(403);
            assertThat(users.get(path).status()).as(path).isEqualTo(403);
            assertThat(looking.get(path).status()).as(path).isEqualTo(200);
        }
        for (AdminApi caller : List.of(looking, managing, users)) {
            assertThat(caller.post(VERIFICATIONS, "{}").status()).isEqualTo(403);
            assertThat(caller.delete(VERIFICATIONS + "/" + id).status()).isEqualTo(403);
        }
        AdminApi withoutRealm = AdminApi.ofAdministratorWith(pop800, "view-events", "view-users");
        AdminApi withoutUsers = AdminApi.ofAdministratorWith(pop800, "view-events", "view-realm");
        AdminApi withoutEvents = AdminApi.ofAdministratorWith(pop800, "view-realm", "view-users");
        for (AdminApi caller : List.of(looking, managing, users, both, withoutRealm, withoutUsers, withoutEvents)) {
            assertThat(caller.get("/log/export").status()).isEqualTo(403);
        }
        AdminApi exporting = AdminApi.ofAdministratorWith(pop800, "view-realm", "view-events", "view-users");
        assertThat(export(exporting, "").statusCode()).isEqualTo(200);
    }

    @Test
    void eachBeginningAndEndAndEachExportIsAnAdminEvent() {
        keepEvents();
        String id = admin.post(VERIFICATIONS, "{}").json().path("id").asText();
        awaitEnd(id);
        export(admin, "");

        assertThat(events(null))
                .extracting(AdminEventRepresentation::getResourcePath)
                .anyMatch(path -> path.endsWith("agreements/log/verifications/" + id))
                .anyMatch(path -> path.endsWith("agreements/log/export"));
    }

    @Test
    void whatIsExportedIsVerifiedWithoutTheServer() throws IOException {
        String kept = new PublicRest(pop800.realm().url() + "/agreements/log")
                .get("/checkpoint")
                .body();
        long size = size();
        for (Span span : List.of(new Span(0, size), new Span(1, size - 1))) {
            HttpResponse<byte[]> answer =
                    export(admin, span.count() == size ? "" : "?fromIndex=" + span.from() + "&toIndex=" + span.to());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/gzip");
            assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("-%d-%d.ndjson.gz".formatted(span.from(), span.to()));
            Outside outside = new Outside(
                    KeptCheckpoint.parse("kept", kept), List.of(), Optional.empty(), Optional.empty(), List.of());
            try (LedgerSource source = ExportedLedger.open(() -> new ByteArrayInputStream(answer.body()))) {
                SpanVerification result = new SpanCheck(
                                source,
                                source.part().orElseThrow(),
                                outside,
                                new Findings(one -> {}),
                                (done, all) -> {},
                                Clock.systemUTC())
                        .run();
                assertThat(result.span()).isEqualTo(span);
                assertThat(result.findings().stream().filter(one -> one.kind().isTampering()))
                        .isEmpty();
                assertThat(result.keptSize()).isEqualTo(size);
            }
        }
    }

    /** Somebody is busy all the while, and the log grows. */
    @Test
    void whatComesInMeanwhileIsNoFalseAlarm() throws InterruptedException {
        Thread busy = new Thread(() -> {
            for (int times = 0; times < 4; times++) {
                person.post("/reports");
            }
        });
        busy.start();
        do {
            JsonNode result = verify("{}");
            assertThat(result.path("result").path("wrong").asLong())
                    .as(result.toString())
                    .isZero();
        } while (busy.isAlive());
        busy.join(Duration.ofSeconds(30).toMillis());
    }

    /** As somebody leaves them who writes into the table. */
    @Test
    void recordsThatNobodyCanReadAreListedAndDownloadedAndHoldUpNobody() {
        String userId = pop800.realm()
                .admin()
                .users()
                .search("person@example.org")
                .get(0)
                .getId();
        for (String details : List.of("no JSON", "null", "{\"a\":null}", "[1]", "{\"attention\":5}", "{\"a\":1e400}")) {
            database.update(
                    "insert into agr_record (" + RecordSql.KEYS
                            + "id, realm_id, user_id, type, occurred_at, recorded_at, details) values ("
                            + RecordSql.keys(pop800.id(), "ACCEPTANCE", null) + "?, ?, ?, 'ACCEPTANCE', ?, ?, ?)",
                    UUID.randomUUID().toString(),
                    pop800.id(),
                    userId,
                    System.currentTimeMillis(),
                    System.currentTimeMillis(),
                    details);
        }
        database.update(
                "insert into agr_record (" + RecordSql.KEYS
                        + "id, realm_id, user_id, type, occurred_at, recorded_at, free_text) values ("
                        + RecordSql.keys(pop800.id(), "SETTINGS", null) + "?, ?, ?, 'SETTINGS', ?, ?, 'no JSON')",
                UUID.randomUUID().toString(),
                pop800.id(),
                userId,
                System.currentTimeMillis(),
                System.currentTimeMillis());
        awaitAll();

        assertThat(admin.get("/records?user=" + userId).successful().toString())
                .contains("unreadableDetails", "unreadableWords");
        assertThat(person.get("/records").status()).isEqualTo(200);
        assertThat(person.get("/export").status()).isEqualTo(200);
        HttpResponse<byte[]> pack = AdminBytes.post(
                server,
                "/" + pop800.realm().name() + "/agreements/users/" + userId + "/evidence",
                null,
                new byte[0],
                admin.accessToken());
        assertThat(pack.statusCode()).isEqualTo(200);
    }

    @Test
    void aRecordThatNoLogCanHaveIsToldAloudAndHoldsUpNoOther() {
        keepEvents();
        String beyond = UUID.randomUUID().toString();
        String unknown = UUID.randomUUID().toString();
        insertUnfit(beyond, "SETTINGS", BEYOND);
        insertUnfit(unknown, "NOTHING", 1_790_000_000_000L);
        long before = size();
        assertThat(person.post("/reports").status()).isEqualTo(200);
        await(() -> size() > before);
        await(() -> events("log_record_unfit").size() == 2);

        assertThat(server.logs())
                .contains("RECORD " + beyond + " OF REALM " + pop800.id())
                .contains("RECORD " + unknown + " OF REALM " + pop800.id());
        assertThat(events("log_record_unfit"))
                .extracting(event -> event.getDetails().get("reason"))
                .anyMatch(reason -> reason.contains(beyond))
                .anyMatch(reason -> reason.contains(unknown));
        assertThat(admin.get("/records/" + beyond + "/receipt").status()).isEqualTo(409);
        database.update("delete from agr_record where id in (?, ?)", beyond, unknown);
    }

    private void insertUnfit(String id, String type, long at) {
        database.update(
                "insert into agr_record (" + RecordSql.KEYS + "id, realm_id, type, occurred_at, recorded_at) values ("
                        + RecordSql.keys(pop800.id(), type, null) + "?, ?, ?, ?, ?)",
                id,
                pop800.id(),
                type,
                at,
                System.currentTimeMillis());
    }

    private String runsElsewhere(long seenAt) {
        String id = UUID.randomUUID().toString();
        database.update(
                "insert into agr_verification (realm_id, id, from_index, to_index, state, done, started_at,"
                        + " seen_at) values (?, ?, 0, 1000, 'RUNNING', 256, ?, ?)",
                pop800.id(),
                id,
                seenAt,
                seenAt);
        return id;
    }

    private JsonNode verify(String wanted) {
        AdminApi.Reply reply = admin.post(VERIFICATIONS, wanted);
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        String id = reply.json().path("id").asText();
        assertThat(reply.location()).endsWith("agreements/log/verifications/" + id);
        awaitEnd(id);
        return admin.get(VERIFICATIONS + "/" + id).json();
    }

    private void awaitEnd(String id) {
        await(() -> !admin.get(VERIFICATIONS + "/" + id)
                .json()
                .path("state")
                .asText()
                .equals("RUNNING"));
    }

    private static String range(long from, long to) {
        return "{\"fromIndex\": %d, \"toIndex\": %d}".formatted(from, to);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertRefused(String wanted, String words) {
        AdminApi.Reply reply = admin.post(VERIFICATIONS, wanted);
        assertThat(reply.status()).as(wanted).isEqualTo(400);
        assertThat(reply.body()).contains(words);
    }

    private HttpResponse<byte[]> export(AdminApi caller, String query) {
        return AdminBytes.get(
                server, "/" + pop800.realm().name() + "/agreements/log/export" + query, caller.accessToken());
    }

    private void keepEvents() {
        RealmEventsConfigRepresentation events = pop800.realm().admin().getRealmEventsConfig();
        events.setAdminEventsEnabled(true);
        pop800.realm().admin().updateRealmEventsConfig(events);
    }

    /** @param error null for those without one */
    private List<AdminEventRepresentation> events(String error) {
        return pop800.realm().admin().getAdminEvents().stream()
                .filter(event -> "AGREEMENT_LOG".equals(event.getResourceType()))
                .filter(event -> error == null ? event.getError() == null : error.equals(event.getError()))
                .toList();
    }

    private long size() {
        return database.count("select coalesce(max(log_size), 0) from agr_log where realm_id = ?", pop800.id());
    }

    private void awaitAll() {
        await(() ->
                database.count("select count(*) from agr_record where realm_id = ? and log_index is null", pop800.id())
                        == 0);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
