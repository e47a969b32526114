package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.LogMirror;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import io.agreements.proof.note.KeyType;
import io.agreements.proof.note.VerifierKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.RealmEventsConfigRepresentation;

/** Records come into the log of their realm, which everybody can read. The task runs again and again here. */
@OnEveryDatabase
@WithKeycloak(quickTasks = {Tasks.SEQUENCER, Tasks.LOG_METERS})
final class LogIT {

    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private KeycloakServer server;
    private Database database;
    private Pop800 pop800;
    private PublicRest log;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        this.server = server;
        database = server.database();
        pop800 = Pop800.create(server);
        log = new PublicRest(pop800.realm().url() + "/agreements/log");
    }

    @Test
    void whatAUserDoesIsInTheLogSoonAfterwards() {
        int before = awaitAll().size();
        pop800.askForNothing();
        pop800.newUser("person@example.org");
        String token =
                pop800.client().password("person@example.org", Pop800.PASSWORD).accessToken();
        assertThat(new MyRest(pop800, token).post("/reports").status()).isEqualTo(200);

        LogMirror after = awaitAll();
        assertThat(after.size()).isGreaterThan(before);
        assertIndexedOnce(after.size());
    }

    @Test
    void manyRecordsMakeFullTilesThatStayForGood() {
        LogMirror before = awaitAll();
        new Crowd(pop800, 1000).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        LogMirror after = awaitAll();

        assertThat(after.size()).isEqualTo(before.size() + 1000);
        assertThat(after.entries()).startsWith(before.entries().toArray(String[]::new));
        assertIndexedOnce(after.size());
        HttpResponse<byte[]> full = log.getBytes("/tile/0/000");
        assertThat(full.body()).hasSize(256 * 32);
        assertThat(full.headers().firstValue("Cache-Control")).contains(FOR_GOOD);
        assertThat(full.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(log.getBytes("/tile/entries/000").body()).hasSize(256 * 34);
        assertThat(log.getBytes("/tile/0/000.p/255").body()).isEqualTo(Arrays.copyOf(full.body(), 255 * 32));
    }

    @Test
    void theCheckpointIsCheckedAgainAndWhatIsNotCoveredIsNotThere() {
        LogMirror mirror = awaitAll();
        HttpResponse<String> checkpoint = log.get("/checkpoint", "Origin", "https://elsewhere.example");

        assertThat(checkpoint.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(checkpoint.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(checkpoint.headers().firstValue("Access-Control-Allow-Origin"))
                .isPresent();
        String tag = checkpoint.headers().firstValue("ETag").orElseThrow();
        for (String known : List.of(tag, "W/" + tag, "\"other\", W/" + tag, "*")) {
            for (String path : List.of("/checkpoint", "/keys", "/policy")) {
                String own = log.get(path).headers().firstValue("ETag").orElseThrow();
                HttpResponse<String> unchanged = log.get(path, "If-None-Match", known.replace(tag, own));
                assertThat(unchanged.statusCode()).as("%s of %s", known, path).isEqualTo(304);
                assertThat(unchanged.headers().firstValue("ETag")).hasValue(own);
            }
        }
        assertThat(log.get("/checkpoint", "If-None-Match", "W/\"other\"").statusCode())
                .isEqualTo(200);
        int width = mirror.size();
        assertThat(width).isBetween(1, 254);
        for (String path : List.of(
                "/tile/0/000",
                "/tile/entries/000",
                "/tile/0/000.p/" + (width + 1),
                "/tile/entries/000.p/" + (width + 1),
                "/tile/0/000.p/0",
                "/tile/0/000.p/256",
                "/tile/0/000.p/0" + width,
                "/tile/0/001",
                "/tile/1/000.p/1",
                "/tile/64/000",
                "/tile/00/000",
                "/tile/0/0",
                "/tile/0/x000/000",
                "/tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "/tile/-1/000",
                "/tile/entries",
                "/tile/data/000")) {
            HttpResponse<String> response = log.get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
        }
        assertThat(log.get("/policy").body())
                .isEqualTo("log " + log.get("/keys").body().strip() + "\nquorum none\n");
    }

    @Test
    void anotherKeySignsFromThenOnAndTheOneBeforeStaysKnown() {
        LogMirror before = awaitAll();
        String keysBefore = log.get("/keys").body();
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("next");
        key.setProviderId("agreements-log");
        key.setProviderType("org.keycloak.keys.KeyProvider");
        key.setConfig(new MultivaluedHashMap<>());
        key.getConfig().putSingle("priority", "100");
        pop800.realm().admin().components().add(key).close();
        new Crowd(pop800, 10).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        LogMirror after = awaitAll();

        assertThat(after.origin()).isEqualTo(before.origin());
        assertThat(log.get("/keys").body()).startsWith(keysBefore).hasLineCount(2);
        assertThat(log.get("/policy").body().lines().filter(line -> line.startsWith("log ")))
                .hasSize(2);
        assertThat(signatureId(after.checkpoint())).isNotEqualTo(signatureId(before.checkpoint()));
    }

    /** The key is the log's alone. */
    @Test
    void noTokenIsSignedByTheKeyAndNoClientHearsOfIt() {
        awaitAll();

        assertThat(pop800.realm().admin().keys().getKeyMetadata().getKeys())
                .filteredOn(key -> "agreements-log".equals(key.getAlgorithm()))
                .hasSize(1);
        assertThat(new PublicRest(pop800.realm().url())
                        .get("/protocol/openid-connect/certs")
                        .body())
                .contains("RS256")
                .doesNotContain("agreements-log")
                .doesNotContain("Ed25519");
    }

    @Test
    void nodesThatKnowNothingOfEachOtherGiveEveryRecordOnePlace() {
        int before = awaitAll().size();
        int records = 10_000;
        new Crowd(pop800, records).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        QuickTasks.together(server, Tasks.SEQUENCER, 4);
        LogMirror mirror = awaitAll();

        assertThat(mirror.size()).isEqualTo(before + records);
        assertIndexedOnce(mirror.size());
        assertThat(server.logs()).doesNotContain("of realm " + pop800.id() + " could not be put into its log");
    }

    /** One statement for all realms, along the index; and nothing is read of a log to which nothing is added. */
    @Test
    void whereNothingIsToBeDoneNothingIsRead() {
        forgetWhatOthersLeft();
        new Crowd(pop800, 10_000).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'").settle();
        awaitAll();
        long runs = QuickTasks.runs(server, Tasks.SEQUENCER);
        List<Statement> statements =
                Statements.ofTimers(server, () -> await(() -> QuickTasks.runs(server, Tasks.SEQUENCER) > runs + 3))
                        .stream()
                        .filter(statement ->
                                statement.sql().toLowerCase(Locale.ROOT).contains("agr_"))
                        .filter(statement ->
                                statement.sql().toLowerCase(Locale.ROOT).contains("log_index")
                                        || statement.parameters().contains(pop800.id()))
                        .toList();

        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.sql().toLowerCase(Locale.ROOT)).contains("exists", "realm");
            assertThat(statement.parameters()).isEmpty();
            assertThat(statement.scannedTables(database)).doesNotContain("agr_record");
        });
    }

    /** As after an upgrade, or a server that was away. The pace is for a machine that does nothing else. */
    @Test
    @Tag("long")
    void aLogThatIsFarBehindCatchesUp() {
        awaitAll();
        int records = 100_000;
        new Crowd(pop800, records).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        long from = System.nanoTime();
        long first = unindexed();
        await(() -> unindexed() == 0);
        double seconds = (System.nanoTime() - from) / 1e9;
        System.out.printf(Locale.ROOT, "[log] %,.0f records a second%n", first / seconds);

        assertThat(first / seconds).isGreaterThan(500);
        assertIndexedOnce(LogMirror.of(pop800.realm()).size());
    }

    @Test
    void aLogWhoseTilesWereChangedIsHalted() {
        awaitAll();
        RealmEventsConfigRepresentation events = pop800.realm().admin().getRealmEventsConfig();
        events.setAdminEventsEnabled(true);
        pop800.realm().admin().updateRealmEventsConfig(events);
        byte[] tile = (byte[])
                database.query("select content from agr_tile where realm_id = ? and tile_level = 0", pop800.id())
                        .get(0)
                        .get("content");
        tile[0] ^= 1;
        database.update("update agr_tile set content = ? where realm_id = ? and tile_level = 0", tile, pop800.id());
        String before = log.get("/checkpoint").body();
        new Crowd(pop800, 10).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        await(() ->
                database.count("select count(*) from agr_log where realm_id = ? and halted_at is not null", pop800.id())
                        == 1);

        assertThat(log.get("/checkpoint").body()).isEqualTo(before);
        assertThat(unindexed()).isEqualTo(10);
        assertThat(server.logs()).contains("THE LOG OF REALM " + pop800.id() + " CONTRADICTS ITSELF");
        await(() -> metric("agreements_log_halted") > 0);
        long runs = QuickTasks.runs(server, Tasks.SEQUENCER);
        await(() -> QuickTasks.runs(server, Tasks.SEQUENCER) > runs + 2);
        assertThat(halts()).singleElement().satisfies(event -> {
            assertThat(event.getResourcePath()).isEqualTo("agreements/log");
            assertThat(event.getDetails().get("reason")).contains("The tiles are not those");
            assertThat(event.getAuthDetails().getUserId()).isNull();
        });
        tile[0] ^= 1;
        database.update("update agr_tile set content = ? where realm_id = ? and tile_level = 0", tile, pop800.id());
        assertThat(resume("{}").statusCode()).isEqualTo(200);
        assertThat(awaitAll().origin()).isEqualTo(origin(before));
        assertThat(resume("{}").statusCode()).isEqualTo(409);
    }

    /** Whoever writes to the database makes the log anew, and has the realm sign over it. */
    @Test
    void aCheckpointThatTheRealmDidNotSignHaltsTheLogAndIsNotGivenOut() {
        awaitAll();
        byte[] note = lastNote();
        byte[] changed = note.clone();
        String text = new String(note, StandardCharsets.UTF_8);
        int signature = text.lastIndexOf(' ') + 1;
        Arrays.fill(changed, signature + 8, signature + 80, (byte) 'A');
        putLastNote(changed);
        new Crowd(pop800, 10).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        awaitHalt();

        assertThat(haltReason()).contains("is not signed by the realm");
        assertThat(server.logs()).contains("THE LOG OF REALM " + pop800.id() + " CONTRADICTS ITSELF");
        assertThat(unindexed()).isEqualTo(10);
        assertThat(log.get("/checkpoint").statusCode()).isEqualTo(404);
        assertThat(resume("{}").statusCode()).isEqualTo(200);
        awaitHalt();
        putLastNote(note);
        assertThat(log.get("/checkpoint").statusCode()).isEqualTo(200);
        assertThat(resume("{}").statusCode()).isEqualTo(200);
        awaitAll();
    }

    @Test
    void aKeyThatSomebodyPutBesideTheLogIsNotPublishedAndHaltsIt() throws Exception {
        awaitAll();
        String keys = log.get("/keys").body();
        String strange = VerifierKey.of(
                        origin(log.get("/checkpoint").body()),
                        KeyType.NOTE,
                        KeyPairGenerator.getInstance("Ed25519")
                                .generateKeyPair()
                                .getPublic())
                .toString();
        database.update(
                "insert into agr_log_key (realm_id, origin_number, key_hash, verifier_key, first_used_at) values (?, 1, 'x',"
                        + " ?, 1)",
                pop800.id(),
                strange);

        assertThat(log.get("/keys").body()).isEqualTo(keys);
        assertThat(log.get("/policy").body()).doesNotContain(strange);
        new Crowd(pop800, 10).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        awaitHalt();
        assertThat(haltReason()).contains("Among its keys is one that the realm never had");
        database.update("delete from agr_log_key where realm_id = ? and key_hash = 'x'", pop800.id());
        assertThat(resume("{}").statusCode()).isEqualTo(200);
        awaitAll();
    }

    private byte[] lastNote() {
        return (byte[])
                database.query("select note from agr_checkpoint where realm_id = ? order by log_size desc", pop800.id())
                        .get(0)
                        .get("note");
    }

    private void putLastNote(byte[] note) {
        database.update(
                "update agr_checkpoint set note = ? where realm_id = ? and log_size = (select l.log_size from agr_log l"
                        + " where l.realm_id = ?)",
                note,
                pop800.id(),
                pop800.id());
    }

    private void awaitHalt() {
        await(() ->
                database.count("select count(*) from agr_log where realm_id = ? and halted_at is not null", pop800.id())
                        == 1);
    }

    private String haltReason() {
        return (String) database.query("select halt_reason from agr_log where realm_id = ?", pop800.id())
                .get(0)
                .get("halt_reason");
    }

    @Test
    void metricsTellHowManyEntriesAndCheckpointsThereAreAndNameNobody() {
        forgetWhatOthersLeft();
        awaitAll();
        double entries = metric("agreements_log_entries_total");
        double checkpoints = metric("agreements_log_checkpoints_total");
        new Crowd(pop800, 1000).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        awaitAll();

        assertThat(metric("agreements_log_entries_total")).isGreaterThanOrEqualTo(entries + 1000);
        assertThat(metric("agreements_log_checkpoints_total")).isGreaterThan(checkpoints);
        await(() -> metric("agreements_log_checkpoint_age_seconds") < 60);
        await(() -> metric("agreements_log_behind") == 0);
        assertThat(metrics().filter(line -> line.startsWith("agreements_log_")))
                .noneMatch(line -> line.contains(pop800.id())
                        || line.contains(pop800.realm().name()));
    }

    /** Records that no log can have: a realm of another test has them for ever. */
    private void forgetWhatOthersLeft() {
        database.update("delete from agr_record where log_index is null and realm_id <> ?", pop800.id());
    }

    /** As somebody leaves it who writes into the table. */
    @Test
    void aRecordWhoseDetailsDoNotFitKeepsNoOtherOutOfTheLog() {
        int before = awaitAll().size();
        new Crowd(pop800, 10).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        String odd = UUID.randomUUID().toString();
        database.update(
                "insert into agr_record (" + RecordSql.KEYS
                        + "id, realm_id, type, occurred_at, recorded_at, details) values ("
                        + RecordSql.keys(pop800.id(), "SETTINGS", null) + "?, ?, 'SETTINGS',"
                        + " ?, ?, ?)",
                odd,
                pop800.id(),
                Crowd.BEGINNING,
                Crowd.BEGINNING,
                "{\"a\":1.5");
        new Crowd(pop800, 10).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");

        assertThat(awaitAll().size()).isGreaterThanOrEqualTo(before + 21);
        assertThat(server.logs()).contains("What record " + odd + " of realm " + pop800.id() + " says besides");
    }

    @Test
    void aHaltedLogCanGoOnUnderAnotherOrigin() {
        LogMirror before = awaitAll();
        database.update("update agr_log set halted_at = 1, halt_reason = 'so' where realm_id = ?", pop800.id());
        assertThat(resume("{\"newOrigin\":true}").body())
                .contains(before.origin() + "/2")
                .doesNotContain("halt");
        LogMirror anew = LogMirror.of(pop800.realm());
        new Crowd(pop800, 10).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        LogMirror after = awaitAll();

        assertThat(anew.entries()).isEqualTo(before.entries());
        assertThat(after.origin()).isEqualTo(anew.origin()).isEqualTo(before.origin() + "/2");
        assertThat(after.size()).isGreaterThanOrEqualTo(before.size() + 10);
    }

    /** Its end is on record, and in its log. */
    @Test
    void theLogOfARealmThatIsRemovedHasAllThereWas() {
        awaitAll();
        pop800.realm().admin().remove();

        assertThat(unindexed()).isZero();
        assertThat(database.count(
                        "select count(*) from agr_record where realm_id = ? and type in ('DELETION', 'ERASURE')"
                                + " and log_index is not null",
                        pop800.id()))
                .isEqualTo(2);
        assertThat(database.count(
                        "select count(*) from agr_checkpoint c join agr_log l on l.realm_id = c.realm_id"
                                + " and l.log_size = c.log_size where l.realm_id = ?",
                        pop800.id()))
                .isEqualTo(1);
    }

    private List<AdminEventRepresentation> halts() {
        return pop800.realm().admin().getAdminEvents().stream()
                .filter(event ->
                        "AGREEMENT_LOG".equals(event.getResourceType()) && "log_halted".equals(event.getError()))
                .toList();
    }

    /** NaN if it is not there. */
    private double metric(String name) {
        return metrics()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private Stream<String> metrics() {
        return new PublicRest(server.managementUrl()).get("/metrics").body().lines();
    }

    private HttpResponse<String> resume(String json) {
        return AdminRest.post(server, "/" + pop800.realm().name() + "/agreements/log/resume", json);
    }

    private static String origin(String checkpoint) {
        return checkpoint.substring(0, checkpoint.indexOf('\n'));
    }

    private static String signatureId(String checkpoint) {
        return checkpoint.substring(checkpoint.lastIndexOf(' ') + 1).substring(0, 5);
    }

    private LogMirror awaitAll() {
        await(() -> unindexed() == 0);
        return LogMirror.of(pop800.realm());
    }

    private long unindexed() {
        return database.count("select count(*) from agr_record where realm_id = ? and log_index is null", pop800.id());
    }

    private void assertIndexedOnce(int size) {
        assertThat(
                        database
                                .query(
                                        "select log_index from agr_record where realm_id = ? order by log_index",
                                        pop800.id())
                                .stream()
                                .map(row -> ((Number) row.get("log_index")).longValue()))
                .containsExactlyElementsOf(LongStream.range(0, size).boxed().toList());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
