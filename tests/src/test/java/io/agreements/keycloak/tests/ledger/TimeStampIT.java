package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
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
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import io.agreements.keycloak.tests.fixture.rest.StampingAuthority;
import io.agreements.keycloak.tests.fixture.rest.StampingAuthority.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else says when a checkpoint was there: {@code openssl ts} as the authority, and as who checks it. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TimeStampIT {

    private static final String OPTION = "spi-agreement-ledger--jpa--time-stamp-";

    private StampingAuthority authority;
    private KeycloakServer server;
    private QuickTasks tasks;
    private Database database;
    private Pop800 pop800;
    private PublicRest log;

    @BeforeAll
    void start(@TempDir Path temporary, KeycloakServers servers) throws IOException {
        authority = StampingAuthority.open(temporary);
        server = servers.get(KeycloakSpec.plain()
                .named("time-stamps")
                .withOptions(Map.of(
                        OPTION + "address", authority.address(),
                        OPTION + "policy", StampingAuthority.POLICY,
                        OPTION + "certificates", authority.certificate().toString())));
        tasks = QuickTasks.on(server, Tasks.SEQUENCER, Tasks.TIME_STAMPS);
        database = server.database();
    }

    @AfterAll
    void stop() {
        tasks.close();
        authority.close();
    }

    @BeforeEach
    void createRealm() {
        authority.answer(Answer.GOOD);
    }

    @Test
    void theLastCheckpointHasAStampThatOpensslVerifies() throws IOException {
        create();
        awaitStamp();
        HttpResponse<byte[]> stamp = log.getBytes("/time-stamp");
        String checkpoint = log.get("/time-stamp/checkpoint").body();

        assertThat(stamp.headers().firstValue("Content-Type")).contains("application/cms");
        assertThat(stamp.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(stamp.headers().firstValue("ETag")).isPresent();
        assertThat(log.get("/time-stamp", "Origin", "https://elsewhere.example")
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isPresent();
        assertThat(authority.verified(stamp.body(), text(checkpoint)))
                .contains("Policy OID: " + StampingAuthority.POLICY);
        JsonNode state = AdminApi.of(pop800).get("/log").successful();
        assertThat(state.at("/stampedSize").asLong()).isEqualTo(size(checkpoint));
        assertThat(state.at("/stampedAt").asLong())
                .isBetween(System.currentTimeMillis() - 600_000, System.currentTimeMillis() + 600_000);
    }

    @Test
    void aLogIsStampedAgainOnlyOnceItsLastStampIsAnHourOld() {
        create();
        awaitStamp();
        long first = stampedSize();
        addRecords();
        int asked = authority.asked();
        awaitRuns();
        assertThat(authority.asked()).isEqualTo(asked);
        assertThat(stampedSize()).isEqualTo(first);

        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(67));
            await(() -> stampedSize() > first);
            int again = authority.asked();
            awaitRuns();
            assertThat(authority.asked()).isEqualTo(again);
        }
        assertThat(database.count(
                        "select count(*) from agr_checkpoint where realm_id = ? and time_stamp is not null",
                        pop800.id()))
                .isEqualTo(2);
    }

    @Test
    void aStampOfSomebodyElseIsNotKeptAndOneThatIsMissingIsAskedForAgain() {
        authority.answer(Answer.BY_A_STRANGER);
        create();
        await(() -> server.logs().contains("vouches for the time stamp authority"));
        assertThat(log.get("/time-stamp").statusCode()).isEqualTo(404);
        assertThat(log.get("/time-stamp/checkpoint").statusCode()).isEqualTo(404);

        try (MovedClock clock = MovedClock.of(server)) {
            authority.answer(Answer.UNAVAILABLE);
            clock.ahead(Duration.ofMinutes(1));
            await(() -> server.logs().contains(authority.address() + " answered 503"));
            authority.answer(Answer.GOOD);
            addRecords();
            clock.ahead(Duration.ofMinutes(2));
            await(() -> log.get("/time-stamp").statusCode() == 200);
        }
        assertThat(stampedSize()).isEqualTo(size(log.get("/checkpoint").body()));
    }

    private void create() {
        pop800 = Pop800.create(server);
        log = new PublicRest(pop800.realm().url() + "/agreements/log");
        await(() -> log.get("/checkpoint").statusCode() == 200);
    }

    /** Whatever another test has made of the authority: by then it is asked again. */
    private void awaitStamp() {
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofMinutes(5));
            await(() -> log.get("/time-stamp").statusCode() == 200);
        }
    }

    private void addRecords() {
        long before = size(log.get("/checkpoint").body());
        new Crowd(pop800, 10).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        await(() -> size(log.get("/checkpoint").body()) > before);
    }

    private void awaitRuns() {
        long runs = QuickTasks.runs(server, Tasks.TIME_STAMPS);
        await(() -> QuickTasks.runs(server, Tasks.TIME_STAMPS) > runs + 2);
    }

    private long stampedSize() {
        return size(log.get("/time-stamp/checkpoint").body());
    }

    private static long size(String checkpoint) {
        return Long.parseLong(checkpoint.split("\n")[1]);
    }

    private static byte[] text(String checkpoint) {
        return checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1).getBytes(StandardCharsets.UTF_8);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
