package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.KeycloakServers;
import io.agreements.keycloak.testing.server.KeycloakSpec;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.LogReceivers;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints go where nobody changes them who can change the database, and what is there is never contradicted. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LogOutsideIT {

    private static final String OPTION = "spi-agreement-ledger--jpa--";

    private LogReceivers outside;
    private Path directory;
    private KeycloakServer server;
    private QuickTasks tasks;
    private Database database;
    private Pop800 pop800;
    private PublicRest log;

    @BeforeAll
    void start(@TempDir Path temporary, KeycloakServers servers) throws IOException {
        outside = LogReceivers.open();
        directory = temporary;
        Path policy = Files.writeString(temporary.resolve("policy"), outside.policy());
        server = servers.get(KeycloakSpec.plain()
                .named("log-outside")
                .withOptions(Map.of(
                        OPTION + "checkpoint-directory", directory.toString(),
                        OPTION + "checkpoint-address", outside.address(),
                        OPTION + "policy-file", policy.toString())));
        tasks = QuickTasks.on(server, Tasks.SEQUENCER, Tasks.CHECKPOINTS);
        database = server.database();
    }

    @AfterAll
    void stop() {
        tasks.close();
        outside.close();
    }

    @BeforeEach
    void createRealm() {
        outside.answer(200);
        pop800 = Pop800.create(server);
        log = new PublicRest(pop800.realm().url() + "/agreements/log");
        await(() -> log.get("/checkpoint").statusCode() == 200);
        await(() -> LogReceivers.isWitnessed(log.get("/checkpoint").body()));
    }

    @Test
    void everyCheckpointIsWitnessedAndGoesOutInOrder() throws IOException {
        for (int round = 0; round < 3; round++) {
            long before = size();
            addRecords();
            await(() -> size() > before
                    && LogReceivers.isWitnessed(log.get("/checkpoint").body()));
        }
        await(() -> sizes(outside.received(origin())).contains(size()));

        assertThat(outside.seen(origin())).isEqualTo(size());
        assertThat(sizes(outside.received(origin())))
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(2);
        assertThat(outside.received(origin())).allMatch(LogReceivers::isWitnessed);
        await(() -> file().endsWith(log.get("/checkpoint").body()));
        assertThat(file().lines().filter(origin()::equals).count())
                .isEqualTo(outside.received(origin()).size());
        assertThat(log.get("/policy").body())
                .contains("witness one witness.example/one+")
                .contains("quorum one\n")
                .startsWith("log " + origin() + "+");
    }

    @Test
    void whatCouldNotBeSentIsSentLater() {
        outside.answer(503);
        addRecords();
        addRecords();
        awaitWitnessed();
        int before = outside.received(origin()).size();
        outside.answer(200);
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(1));
            await(() -> sizes(outside.received(origin())).contains(size()));
        }

        assertThat(outside.received(origin())).hasSizeGreaterThan(before);
        assertThat(sizes(outside.received(origin()))).isSorted().doesNotHaveDuplicates();
    }

    /** As a database is after an old backup was put back. */
    @Test
    void aLogThatIsSmallerThanItsFileIsHaltedBeforeItSigns() throws IOException {
        awaitFile();
        long before = size();
        List<Map<String, Object>> log = rows("agr_log");
        List<Map<String, Object>> tiles = rows("agr_tile");
        addRecords();
        awaitWitnessed();
        awaitFile();
        database.update("delete from agr_checkpoint where realm_id = ? and log_size > ?", pop800.id(), before);
        database.update(
                "update agr_log set log_size = ?, sent_size = ? where realm_id = ?",
                before,
                log.get(0).get("sent_size"),
                pop800.id());
        database.update("delete from agr_record where realm_id = ? and log_index >= ?", pop800.id(), before);
        tiles.forEach(tile -> database.update(
                "update agr_tile set content = ? where realm_id = ? and tile_level = ? and tile_index = ?",
                tile.get("content"),
                pop800.id(),
                tile.get("tile_level"),
                tile.get("tile_index")));
        addRecords();
        await(this::isHalted);

        assertThat(reason()).contains("The file ").contains("and the log has only " + before);
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void aWitnessThatKnowsAnotherTreeHaltsTheLog() {
        outside.mistake(origin(), size());
        addRecords();
        await(this::isHalted);

        assertThat(reason()).contains("The witness one has seen a checkpoint of other");
    }

    @Test
    void aReceiverThatKnowsAnotherLogHaltsIt() {
        outside.answer(409);
        addRecords();
        await(this::isHalted);

        assertThat(reason()).contains("says that it contradicts what it has");
    }

    private void addRecords() {
        long before = size();
        new Crowd(pop800, 10).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        await(() -> size() > before || isHalted());
    }

    private void awaitWitnessed() {
        await(() -> LogReceivers.isWitnessed(log.get("/checkpoint").body()));
    }

    private void awaitFile() {
        await(() -> file().contains("\n" + size() + "\n"));
    }

    private String file() {
        try {
            Path file = directory.resolve(pop800.id() + ".checkpoints");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Map<String, Object>> rows(String table) {
        return database.query("select * from " + table + " where realm_id = ?", pop800.id());
    }

    private boolean isHalted() {
        return rows("agr_log").get(0).get("halted_at") != null;
    }

    private String reason() {
        return (String) rows("agr_log").get(0).get("halt_reason");
    }

    private String origin() {
        return log.get("/checkpoint").body().lines().findFirst().orElseThrow();
    }

    private long size() {
        return sizes(List.of(log.get("/checkpoint").body())).get(0);
    }

    private static List<Long> sizes(List<String> checkpoints) {
        return checkpoints.stream()
                .map(note -> Long.parseLong(note.split("\n")[1]))
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
