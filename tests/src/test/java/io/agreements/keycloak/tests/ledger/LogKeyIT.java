package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.limit.Thoroughness;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.testing.server.running.StartingNodes;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;

/** The key of a log comes with the realm, and goes with it. The sequencer runs again and again here. */
@OnEveryDatabase
@WithKeycloak(quickTasks = Tasks.SEQUENCER)
final class LogKeyIT {

    private KeycloakServer server;
    private Database database;
    private TestRealm realm;
    private String id;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        this.server = server;
        database = server.database();
        realm = RealmBuilder.unique("key").create(server);
        id = realm.admin().toRepresentation().getId();
    }

    @Test
    void aRealmHasAKeyFromItsBeginning() {
        assertThat(keys())
                .singleElement()
                .satisfies(key -> assertThat(key.getConfig()).containsEntry("priority", List.of("-100")));
    }

    @Test
    void aRealmThatIsImportedWithAKeyKeepsIt() {
        ComponentExportRepresentation key = exported();
        key.setName("brought along");
        key.setId(null);
        TestRealm again = RealmBuilder.unique("again")
                .with(made -> made.getComponents().add("org.keycloak.keys.KeyProvider", key))
                .create(server);

        assertThat(keys(again))
                .singleElement()
                .satisfies(kept -> assertThat(kept.getName()).isEqualTo("brought along"));
    }

    private ComponentExportRepresentation exported() {
        return realm
                .admin()
                .partialExport(false, false)
                .getComponents()
                .getList("org.keycloak.keys.KeyProvider")
                .stream()
                .filter(component -> component.getProviderId().equals("agreements-log"))
                .findFirst()
                .orElseThrow();
    }

    /** As the removal of a realm is that has read it and is about to take its row. */
    @Test
    @EnabledIf("io.agreements.keycloak.tests.fixture.realm.Crowd#isOnPostgres")
    void aRealmIsRemovedWhateverItsLogDoesMeanwhile() throws SQLException {
        realm.admin().clearRealmCache();
        CompletableFuture<Void> removal;
        try (Connection connection = database.connect();
                PreparedStatement lock =
                        connection.prepareStatement("update realm set enabled = enabled where id = ?")) {
            connection.setAutoCommit(false);
            lock.setString(1, id);
            lock.executeUpdate();
            removal = CompletableFuture.runAsync(() -> realm.admin().remove());
            await(() -> database.count("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and wait_event_type = 'Lock'")
                    > 0);
            addRecord(id);
            await(() -> unindexed(id) == 0);
            connection.rollback();
        }
        assertThat(removal).succeedsWithin(Duration.ofMinutes(1));

        assertThat(database.count("select count(*) from realm where id = ?", id))
                .isZero();
        assertThat(unindexed(id)).isZero();
    }

    @Test
    void realmsThatAreRemovedWhileTheirFirstRecordsComeIntoTheLogAreGone() {
        for (int round = 0; round < Thoroughness.times(8, 60); round++) {
            TestRealm brief = RealmBuilder.unique("brief").create(server);
            String briefId = (String) database.query("select id from realm where name = ?", brief.name())
                    .get(0)
                    .get("id");
            addRecord(briefId);
            LockSupport.parkNanos(
                    Duration.ofMillis(ThreadLocalRandom.current().nextInt(500)).toNanos());
            brief.admin().remove();

            assertThat(database.count("select count(*) from component where realm_id = ?", briefId))
                    .isZero();
        }
    }

    @Test
    void whoDeletesTheLastKeyGetsAnotherInItsPlace() {
        String before = keys().get(0).getId();
        addRecord(id);
        await(() -> unindexed(id) == 0);
        realm.admin().components().component(before).remove();
        addRecord(id);
        await(() -> unindexed(id) == 0);

        assertThat(keys())
                .singleElement()
                .satisfies(key -> assertThat(key.getId()).isNotEqualTo(before));
        assertThat(database.count("select count(*) from agr_log_key where realm_id = ?", id))
                .isEqualTo(2);
    }

    /** What verifies the checkpoints it signed stays with the realm, through the next deletion too, and the log goes on. */
    @Test
    void theKeyThatIsDeletedStaysKnown() {
        for (int signed = 1; signed <= 3; signed++) {
            addRecord(id);
            await(() -> unindexed(id) == 0);
            PublicRest log = new PublicRest(realm.url() + "/agreements/log");
            assertThat(log.get("/keys").body()).hasLineCount(signed);
            assertThat(log.get("/checkpoint").statusCode()).isEqualTo(200);
            realm.admin().components().component(keys().get(0).getId()).remove();
            assertThat(log.get("/keys").body()).hasLineCount(signed);
            assertThat(log.get("/checkpoint").statusCode()).isEqualTo(200);
        }
        assertThat(database.count("select count(*) from agr_log where realm_id = ? and halted_at is not null", id))
                .isZero();
    }

    /** The key is gone with the realm; another realm under its id goes on with the log by a key of its own. */
    @Test
    void aRealmMadeAnewUnderTheSameIdGoesOnWithTheLog() {
        addRecord(id);
        await(() -> unindexed(id) == 0);
        String keys =
                new PublicRest(realm.url() + "/agreements/log").get("/keys").body();
        realm.admin().remove();
        TestRealm again =
                RealmBuilder.unique("anew").with(made -> made.setId(id)).create(server);
        addRecord(id);
        await(() -> unindexed(id) == 0);

        assertThat(new PublicRest(again.url() + "/agreements/log").get("/keys").body())
                .startsWith(keys)
                .hasLineCount(2);
    }

    @Test
    void whoSwitchesTheLastKeyOffGetsAnotherToo() {
        ComponentRepresentation key = keys().get(0);
        key.getConfig().putSingle("active", "false");
        realm.admin().components().component(key.getId()).update(key);
        assertThat(keys()).hasSize(2);

        ComponentRepresentation next = keys().stream()
                .filter(other -> !other.getId().equals(key.getId()))
                .findFirst()
                .orElseThrow();
        realm.admin().components().component(key.getId()).remove();
        assertThat(keys())
                .singleElement()
                .satisfies(left -> assertThat(left.getId()).isEqualTo(next.getId()));
    }

    @Test
    void whoRotatesKeepsTheNumberOfKeys() {
        ComponentRepresentation next = new ComponentRepresentation();
        next.setName("next");
        next.setProviderId("agreements-log");
        next.setProviderType("org.keycloak.keys.KeyProvider");
        next.setConfig(new MultivaluedHashMap<>());
        next.getConfig().putSingle("priority", "100");
        String before = keys().get(0).getId();
        realm.admin().components().add(next).close();
        realm.admin().components().component(before).remove();

        assertThat(keys())
                .singleElement()
                .satisfies(key -> assertThat(key.getName()).isEqualTo("next"));
    }

    /** As one is that was there before the product. */
    @Test
    void aRealmWithoutAKeyWaitsForOneAndGetsItAtTheNextStart() {
        String key = keys().get(0).getId();
        database.update("delete from component_config where component_id = ?", key);
        database.update("delete from component where id = ?", key);
        realm.admin().clearRealmCache();
        addRecord(id);
        await(() -> server.logs().contains("Realm " + id + " has no active key of the kind agreements-log"));
        assertThat(unindexed(id)).isEqualTo(1);

        StartingNodes.start(server, 2);
        QuickTasks.on(server, Tasks.SEQUENCER);
        await(() -> unindexed(id) == 0);
        assertThat(keys()).hasSize(1);
    }

    private List<ComponentRepresentation> keys() {
        return keys(realm);
    }

    private static List<ComponentRepresentation> keys(TestRealm realm) {
        return realm.admin().components().query(null, "org.keycloak.keys.KeyProvider").stream()
                .filter(key -> key.getProviderId().equals("agreements-log"))
                .toList();
    }

    private void addRecord(String realmId) {
        database.update(
                "insert into agr_record (" + RecordSql.KEYS + "id, realm_id, type, occurred_at, recorded_at) values ("
                        + RecordSql.keys(realmId, "SETTINGS", null) + "?, ?, 'SETTINGS', ?, ?)",
                UUID.randomUUID().toString(),
                realmId,
                Crowd.BEGINNING,
                Crowd.BEGINNING);
    }

    private long unindexed(String realmId) {
        return database.count("select count(*) from agr_record where realm_id = ? and log_index is null", realmId);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
