package io.agreements.keycloak.tests.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of each of the accounts that one transaction deletes. */
@WithKeycloak
final class DeletionGroupIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOGETHER = DueAccounts.TOGETHER;
    private static final int ONE = 7;
    private static final int OTHER = 11;

    private KeycloakServer server;
    private Database database;
    private DueAccounts accounts;
    private Pop800 pop800;

    @BeforeEach
    void createAccounts(KeycloakServer running) {
        server = running;
        database = server.database();
        accounts = new DueAccounts(server);
        pop800 = accounts.realm();
    }

    @Test
    void eachLeavesRecordsOfItsOwnThatSayFromHowManyItIsErased() {
        delete();

        assertThat(accounts.left()).doesNotContainAnyElementsOf(accounts.ids(TOGETHER));
        assertThat(accounts.named()).doesNotContainAnyElementsOf(accounts.ids(TOGETHER));
        for (int number = 0; number < TOGETHER; number++) {
            String userId = accounts.id(number);
            // Those without a name have one in the record of one agreement, and an address in that of another.
            assertThat(details(userId, "ERASURE").path("records").asInt())
                    .as(userId)
                    .isEqualTo(number < TOGETHER - DueAccounts.UNNAMED ? 3 : 2);
            assertThat(details(userId, "DELETION").path("stage").asText()).isEqualTo("executed");
            assertThat(pop800.standings(userId)).isEmpty();
        }
        assertThat(erasedLater()).isEqualTo(accounts.ids(TOGETHER));
    }

    @Test
    void whoCannotBeDeletedStaysAndTheOthersGo() {
        String staying = accounts.id(ONE);
        database.update("create table testing_pin (user_id varchar(36) references user_entity (id))");
        try {
            database.update("insert into testing_pin (user_id) values (?)", staying);
            accounts.ask(0, TOGETHER);
            run(staying);
        } finally {
            database.update("drop table testing_pin");
        }

        Set<String> others = new HashSet<>(accounts.ids(TOGETHER));
        others.remove(staying);
        assertThat(accounts.left()).contains(staying).doesNotContainAnyElementsOf(others);
        assertThat(accounts.asking()).containsExactly(staying);
        assertThat(accounts.named()).contains(staying).doesNotContainAnyElementsOf(others);
        assertThat(erasedLater()).isEqualTo(others);
        assertThat(pop800.standings(staying)).hasSize(3);
        assertThat(pop800.records(staying)).hasSize(3);
        others.forEach(userId -> {
            assertThat(details(userId, "DELETION").path("stage").asText()).isEqualTo("executed");
            assertThat(details(userId, "ERASURE").path("records").asInt()).isPositive();
        });
        run();
        assertThat(accounts.left()).doesNotContain(staying);
        assertThat(details(staying, "ERASURE").path("records").asInt()).isEqualTo(3);
    }

    @Test
    void whatAHoldKeepsOfOneIsKeptAndOfTheOthersErased() {
        String held = accounts.id(ONE);
        hold("userId", held);
        delete();

        Set<String> others = new HashSet<>(accounts.ids(TOGETHER));
        others.remove(held);
        assertThat(accounts.left()).doesNotContainAnyElementsOf(accounts.ids(TOGETHER));
        assertThat(accounts.named()).contains(held).doesNotContainAnyElementsOf(others);
        assertThat(details(held, "ERASURE").path("held").asInt()).isEqualTo(1);
        assertThat(details(held, "ERASURE").path("records").asInt()).isZero();
        others.forEach(
                userId -> assertThat(details(userId, "ERASURE").has("held")).isFalse());
        assertThat(waiting()).containsExactly(held);
    }

    @Test
    void whatAHoldKeepsOfOneAgreementIsKeptOfAllOfThem() {
        hold("agreement", Pop800.AGREEMENT);
        delete();

        assertThat(accounts.left()).doesNotContainAnyElementsOf(accounts.ids(TOGETHER));
        assertThat(waiting()).isEqualTo(accounts.ids(TOGETHER));
        String userId = accounts.id(ONE);
        assertThat(details(userId, "ERASURE").path("records").asInt()).isEqualTo(2);
        assertThat(pop800.records(userId, Pop800.AGREEMENT))
                .allSatisfy(row -> assertThat(row.get("username")).isNotNull());
        assertThat(pop800.records(userId, "news-by-mail"))
                .allSatisfy(
                        row -> assertThat(row).containsEntry("username", null).containsEntry("ip_address", null));
    }

    @Test
    void aRequestThatAnAdministratorHoldsIsPassedOver() {
        accounts.ask(ONE, ONE + 1);
        database.update(
                "update agr_deletion_request set held_at = 1, held_by = 'ada', hold_reason = 'a question'"
                        + " where user_id = ?",
                accounts.id(ONE));
        accounts.ask(0, ONE);
        accounts.ask(ONE + 1, TOGETHER);
        run(accounts.id(ONE));

        assertThat(accounts.left()).contains(accounts.id(ONE)).hasSize(DueAccounts.USERS - TOGETHER + 1);
    }

    @Test
    void whatIsImposedOnThemGoesWithThemAndWhatIsImposedOnOthersStays() {
        for (int number : List.of(ONE, OTHER, TOGETHER)) {
            database.update(
                    "insert into agr_restriction (id, realm_id, user_id, kind, grounds, facts, article, from_at, imposed_by,"
                            + " changes) values (?, ?, ?, 'SUSPENSION', 'TERMS', 'Spam.', '3', 1, 'ada', 0)",
                    accounts.id(number),
                    pop800.id(),
                    accounts.id(number));
        }
        delete();

        assertThat(database.query("select user_id from agr_restriction where realm_id = ?", pop800.id()))
                .extracting(row -> row.get("user_id"))
                .containsExactly(accounts.id(TOGETHER));
    }

    /** Whoever was gone once may be there again, and what is to be erased of then is not forgotten. */
    @Test
    void whoeverIsWaitedForAlreadyIsWaitedForByTheNamesOfThenToo() {
        String again = accounts.id(ONE);
        String key = "0f".repeat(16);
        String then = "1e".repeat(16);
        database.update(
                "insert into agr_event_erasure (user_id, realm_id, pseudonym, gone_at, name_key, name_digests)"
                        + " values (?, ?, ?, ?, ?, ?)",
                again,
                pop800.id(),
                again,
                Instant.now().toEpochMilli(),
                key,
                then);
        delete();

        assertThat(erasedLater()).isEqualTo(accounts.ids(TOGETHER));
        List<Map<String, Object>> rows = database.query(
                "select name_key, name_digests from agr_event_erasure where realm_id = ? order by case when user_id = ?"
                        + " then 0 else 1 end",
                pop800.id(),
                again);
        assertThat(rows).allSatisfy(row -> assertThat(row).containsEntry("name_key", key));
        assertThat((String) rows.get(0).get("name_digests")).startsWith(then + " ");
    }

    private void delete() {
        accounts.ask(0, TOGETHER);
        run();
    }

    /** @param staying who cannot be deleted */
    private void run(String... staying) {
        QuickTasks.together(server, Tasks.DELETIONS, 1);
        accounts.awaitAsking(Set.of(staying));
    }

    private void hold(String of, String what) {
        AdminApi.of(pop800)
                .post(
                        "/holds",
                        JSON.createObjectNode()
                                .put(of, what)
                                .put("reason", "A lawsuit.")
                                .toString())
                .successful();
    }

    private Set<String> waiting() {
        return users("agr_held_erasure");
    }

    private Set<String> erasedLater() {
        return users("agr_event_erasure");
    }

    private Set<String> users(String table) {
        return database.query("select user_id from " + table + " where realm_id = ?", pop800.id()).stream()
                .map(row -> (String) row.get("user_id"))
                .collect(Collectors.toSet());
    }

    /** Of the one record of that type. */
    private JsonNode details(String userId, String type) {
        List<Map<String, Object>> rows = pop800.records(userId).stream()
                .filter(row -> row.get("type").equals(type))
                .toList();
        assertThat(rows).as("%s of %s", type, userId).hasSize(1);
        try {
            return JSON.readTree((String) rows.get(0).get("details"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
