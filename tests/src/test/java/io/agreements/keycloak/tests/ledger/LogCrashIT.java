package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.limit.Thoroughness;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.LogMirror;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server is killed while records come into the log. H2 may lose what it had committed, so it is not asked. */
@WithKeycloak
final class LogCrashIT {

    private static final int RECORDS = 10_000;

    /** How long it takes for all of them to come into the log, about. */
    private static final int LONGEST_MILLIS = 4_000;

    static IntStream moments() {
        return new Random(14).ints(Thoroughness.times(2, 100), 0, LONGEST_MILLIS);
    }

    @ParameterizedTest(name = "killed after {0} ms")
    @MethodSource("moments")
    void whateverMomentItIsTheLogIsWholeAndContradictsNothing(int millis, KeycloakServer server) {
        Pop800 pop800 = Pop800.create(server);
        new Crowd(pop800, RECORDS).decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        QuickTasks.on(server, Tasks.SEQUENCER);
        String seen = watchFor(pop800, Duration.ofMillis(millis));
        server.kill();
        server.startAgain();

        assertPlacesAreWhole(server.database(), pop800.id());
        QuickTasks.on(server, Tasks.SEQUENCER);
        await(() -> unindexed(server.database(), pop800.id()) == 0);
        LogMirror mirror = LogMirror.of(pop800.realm());
        assertThat(mirror.size()).isGreaterThan(RECORDS);
        assertPlacesAreWhole(server.database(), pop800.id());
        if (!seen.isEmpty()) {
            mirror.assertGrownFrom(seen);
        }
    }

    /** @return the last checkpoint somebody got by then; empty if there was none */
    private static String watchFor(Pop800 pop800, Duration time) {
        PublicRest log = new PublicRest(pop800.realm().url() + "/agreements/log");
        String seen = "";
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            HttpResponse<String> checkpoint = log.get("/checkpoint");
            seen = checkpoint.statusCode() == 200 ? checkpoint.body() : seen;
        }
        return seen;
    }

    /** From 0 on, each place once, and as many as the log and its last checkpoint say. */
    private static void assertPlacesAreWhole(Database database, String realmId) {
        long indexed =
                database.count("select count(*) from agr_record where realm_id = ? and log_index is not null", realmId);
        assertThat(database.count(
                        "select count(distinct log_index) from agr_record where realm_id = ? and log_index < ?",
                        realmId,
                        indexed))
                .isEqualTo(indexed);
        assertThat(database.count("select coalesce(max(log_size), 0) from agr_log where realm_id = ?", realmId))
                .isEqualTo(indexed);
        assertThat(database.count("select coalesce(max(log_size), 0) from agr_checkpoint where realm_id = ?", realmId))
                .isEqualTo(indexed);
    }

    private static long unindexed(Database database, String realmId) {
        return database.count("select count(*) from agr_record where realm_id = ? and log_index is null", realmId);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
