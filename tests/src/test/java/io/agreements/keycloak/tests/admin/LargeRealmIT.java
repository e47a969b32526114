package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.AgreementEdits;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 100,000 users, 300,000 records and nearly as many standings: lists cost no more than for a few, and scan no table. H2, which
 * is for trying out only and sorts what others read in order, gets a tenth of them.
 */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LargeRealmIT {

    private static final int SIZE = Crowd.isOnPostgres() ? 100_000 : 10_000;
    private static final int PERCENT = SIZE / 100;
    /** Six of them for the agreements, and one for those who are asked again. */
    private static final int MOST_STATEMENTS = 9;

    private static final String TERMS = "/" + Pop800.AGREEMENT;

    /** They grow with users and what they do. */
    private static final String[] TABLES = {"agr_standing", "agr_record", "user_entity"};

    private Pop800 pop800;
    private Crowd crowd;

    /**
     * Version 2 of the terms: of a hundred 60 accepted it, 10 declined, 5 withdrew, 15 accepted the version before, 10 said
     * nothing. The two optional agreements: everybody decided.
     */
    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server, AgreementEdits::dropSecondVersion).withoutSampleUser();
        crowd = new Crowd(pop800, SIZE)
                .create()
                .decide(
                        0,
                        Pop800.AGREEMENT,
                        "case when mod(i, 100) between 75 and 89 then 1 else 2 end",
                        "case when mod(i, 100) < 60 then 'ACCEPTED' when mod(i, 100) < 70 then 'DECLINED'"
                                + " when mod(i, 100) < 75 then 'WITHDRAWN' when mod(i, 100) < 90 then 'ACCEPTED' end")
                .decide(1, "personalisation", "1", "case when mod(i, 2) = 0 then 'ACCEPTED' else 'DECLINED' end")
                .decide(2, "news-by-mail", "1", "case when mod(i, 3) = 0 then 'ACCEPTED' else 'WITHDRAWN' end")
                .settle();
    }

    /** Other classes share the database. */
    @AfterAll
    void removeRealm() {
        pop800.realm().admin().remove();
    }

    @Test
    void theCountsAreRight() {
        JsonNode coverage = fresh().get(TERMS + "/coverage").successful();

        assertThat(coverage.path("users").asInt()).isEqualTo(SIZE);
        assertThat(coverage.path("accepted").asInt()).isEqualTo(60 * PERCENT);
        assertThat(coverage.path("declined").asInt()).isEqualTo(10 * PERCENT);
        assertThat(coverage.path("withdrawn").asInt()).isEqualTo(5 * PERCENT);
        assertThat(coverage.path("pending").asInt()).isEqualTo(25 * PERCENT);
        assertThat(pop800.realm()
                        .server()
                        .database()
                        .count("select count(*) from agr_record where realm_id = ?", pop800.id()))
                .isGreaterThanOrEqualTo(3 * SIZE);
    }

    /** Otherwise that no call scans a table would say nothing. */
    @Test
    void whatNoIndexHelpsToFindIsSeenToScanItsTable() {
        Map<String, String> withoutIndex =
                Map.of("agr_standing", "locale", "agr_record", "method", "user_entity", "last_name");
        for (String table : TABLES) {
            Statement scan = new Statement(
                    "select count(*) from " + table + " one where one." + withoutIndex.get(table) + " = ?",
                    List.of("nothing"));

            assertThat(scan.scannedTables(pop800.realm().server().database())).containsExactly(table);
        }
    }

    Stream<String> calls() {
        return Stream.of(
                "/coverage",
                TERMS + "/coverage",
                TERMS + "/coverage/history",
                TERMS + "/versions/2/reach?material=true",
                TERMS + "/versions/2/reach?material=false",
                TERMS + "/users?status=PENDING",
                TERMS + "/users?status=PENDING&first=1000",
                TERMS + "/users?status=PENDING&version=1",
                TERMS + "/users?status=PENDING&version=3",
                TERMS + "/users?status=ACCEPTED",
                TERMS + "/users?status=ACCEPTED&first=5000",
                TERMS + "/users?status=ACCEPTED&version=1",
                TERMS + "/users?status=DECLINED&first=1000",
                TERMS + "/users?status=WITHDRAWN",
                "/users/" + crowd.userId(7),
                "/records",
                "/records?first=5000",
                "/records?user=" + crowd.userId(7),
                "/records?user=" + crowd.username(7),
                "/records?type=ACCEPTANCE",
                "/records?type=GRANT&first=1000",
                "/records?type=EXPORT",
                "/records?agreement=user-registration",
                "/records?agreement=news-by-mail&first=1000",
                "/records?agreement=gone",
                "/records?agreement=user-registration&type=GRANT",
                "/records?agreement=user-registration&after=" + crowd.recordId(7),
                "/records?after=" + crowd.recordId(7),
                "/records?from=" + (Crowd.BEGINNING + 1000 * Crowd.PACE) + "&to="
                        + (Crowd.BEGINNING + 5000 * Crowd.PACE),
                "/records?user=" + crowd.userId(7) + "&type=ACCEPTANCE&agreement=user-registration&from=0",
                "/records?type=ACCEPTANCE&agreement=personalisation&from=0&to=" + (Crowd.BEGINNING + 100 * Crowd.PACE),
                "/records?decision=DECLINED",
                "/records?method=BROKER&client=gone",
                "/records?agreement=user-registration&decision=WITHDRAWN",
                "/records?user=" + crowd.userId(7) + "&decision=ACCEPTED&method=LOGIN",
                "/records/" + crowd.recordId(7));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallCostsAFewStatementsAndScansNoTable(String path) {
        fresh().get(path).successful();
        List<Statement> statements = statements(() -> fresh().get(path).successful());

        assertThat(statements).hasSizeBetween(1, MOST_STATEMENTS);
        assertScansNoTable(statements);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/user-registration/users?status=PENDING",
                "/user-registration/users?status=ACCEPTED",
                "/records?agreement=user-registration"
            })
    void aLongPageCostsNoMoreStatementsThanAShortOne(String path) {
        fresh().get(path + "&max=10").successful();
        List<Statement> few = statements(
                () -> assertThat(fresh().get(path + "&max=10").successful()).hasSize(10));
        List<Statement> many = statements(
                () -> assertThat(fresh().get(path + "&max=1000").successful()).hasSize(1000));

        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void aSearchForWhatIsNotThereStopsAndGoesOnUntilTheEnd() {
        String search = "/records?client=gone";
        int stops = 0;
        String after = "";
        do {
            HttpResponse<String> page = fresh().whole(search + after);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).isEqualTo("[]");
            after = page.headers()
                    .firstValue("Link")
                    .map(link -> "&after=" + link.replaceAll(".*[?&]after=([^&>]+).*", "$1"))
                    .orElse("");
            stops += after.isEmpty() ? 0 : 1;
        } while (!after.isEmpty() && stops < 10);

        assertThat(stops).isEqualTo(3);
        assertThat(fresh().table(search).body().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PENDING, 25", "ACCEPTED, 60", "DECLINED, 10", "WITHDRAWN, 5"})
    void theTableOfAllIsReadPieceByPieceAndHasEachUserOnce(String status, int percent) {
        int users = percent * PERCENT;
        List<HttpResponse<String>> table = new ArrayList<>();
        List<Statement> statements = statements(() -> table.add(fresh().table(TERMS + "/users?status=" + status)));
        List<String> rows = table.get(0).body().lines().skip(1).toList();

        assertThat(rows).hasSize(users);
        assertThat(new HashSet<>(rows)).hasSize(users);
        assertThat(statements.size()).isLessThan(users / 200 + 2 * MOST_STATEMENTS);
        // Of those who are pending there is one look at all users, for as many as fit into one batch.
        assertThat(statements).filteredOn(this::scans).hasSizeLessThanOrEqualTo(status.equals("PENDING") ? 1 : 0);
    }

    /** On PostgreSQL: of whom nobody is left is known without a look-up for each user. */
    @Test
    @EnabledIf("isOnPostgres")
    void whereFewAreLeftNoUserIsLookedUpOneByOne() {
        Database database = pop800.realm().server().database();
        String list = "/news-by-mail/users?status=PENDING";
        List<Statement> statements =
                statements(() -> assertThat(fresh().get(list).successful()).isEmpty());

        assertThat(statements)
                .filteredOn(statement -> statement.sql().contains("not exists"))
                .singleElement()
                .satisfies(statement -> assertThat(database.query(
                                        "explain " + statement.sql(),
                                        statement.parameters().toArray())
                                .toString())
                        .contains("Anti Join")
                        .doesNotContain("Nested Loop"));
    }

    static boolean isOnPostgres() {
        return Crowd.isOnPostgres();
    }

    /** What is on a page is chosen by one statement that looks at no names; then they are read of those on it. */
    @Test
    void aPageOfThoseWhoDecidedIsChosenBeforeNamesAreRead() {
        String list = TERMS + "/users?status=ACCEPTED";
        String after = fresh().get(list + "&first=5000&max=1")
                .successful()
                .get(0)
                .path("cursor")
                .asText();
        List<Statement> statements =
                statements(() -> fresh().get(list + "&after=" + after).successful());

        assertScansNoTable(statements);
        assertThat(statements)
                .filteredOn(statement -> statement.sql().contains("AGR_STANDING"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.sql()).doesNotContain("USER_ENTITY", "AGR_RECORD"));
    }

    @Test
    void pagesFollowOnOneAnother() {
        JsonNode all = fresh().get(TERMS + "/users?status=PENDING&max=300").successful();
        JsonNode second =
                fresh().get(TERMS + "/users?status=PENDING&first=100&max=100").successful();

        JsonNode behind = fresh().get(TERMS + "/users?status=PENDING&max=100&after="
                        + all.get(99).path("cursor").asText())
                .successful();

        assertThat(behind).isEqualTo(second);
        assertThat(second.get(0)).isEqualTo(all.get(100));
        assertThat(second.get(99)).isEqualTo(all.get(199));
        assertThat(all.findValuesAsText("username")).isSorted();
    }

    /** A token for now: they do not last for the whole class. */
    private AdminApi fresh() {
        return AdminApi.of(pop800);
    }

    private List<Statement> statements(Runnable action) {
        return Statements.during(pop800.realm().server(), action);
    }

    private boolean scans(Statement statement) {
        return statement.scannedTables(pop800.realm().server().database()).stream()
                .anyMatch(List.of(TABLES)::contains);
    }

    private void assertScansNoTable(List<Statement> statements) {
        for (Statement statement : statements) {
            assertThat(statement.scannedTables(pop800.realm().server().database()))
                    .as(statement.toString())
                    .doesNotContain(TABLES);
        }
    }
}
