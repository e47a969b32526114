package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.AgreementEdits;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.RecordSql;
import io.agreements.keycloak.tests.fixture.realm.StoredDecision;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminApi.Reply;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentRepresentation;

/** What administrators see of users' decisions: counts, lists, tables, records. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminListsIT {

    private static final String TERMS = "/" + Pop800.AGREEMENT;
    private static final String FAY = "f:" + UUID.randomUUID() + ":fay";
    /** In Shanghai the 20th, the 21st before midnight, and the 22nd right after it. */
    private static final Instant FIRST_DAY = Instant.parse("2026-11-20T04:00:00Z");

    private static final Instant SECOND_DAY = Instant.parse("2026-11-21T15:59:59Z");
    private static final Instant THIRD_DAY = Instant.parse("2026-11-21T16:00:00Z");

    private Pop800 pop800;
    private String ann;
    private String bob;
    private String cid;
    private String dee;
    private String eve;
    private String recordOfAnn;

    /** Version 2 is in force; Ann accepted it, Bob the one before, Cid declined, Dee withdrew, Eve said nothing. */
    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server, AgreementEdits::dropSecondVersion).withoutSampleUser();
        addUserStore();
        addServiceAccount();
        ann = user("ann");
        bob = user("bob");
        cid = user("cid");
        dee = user("dee");
        eve = user("eve");
        recordOfAnn = decision(ann, "ann@example.org", 2, "ACCEPTED", THIRD_DAY);
        decision(bob, "bob@example.org", 1, "ACCEPTED", FIRST_DAY);
        decision(cid, "cid@example.org", 2, "DECLINED", SECOND_DAY);
        decision(dee, "dee@example.org", 2, "WITHDRAWN", FIRST_DAY);
        decision(FAY, "fay@example.com", 2, "ACCEPTED", SECOND_DAY);
    }

    @Test
    void coverageSaysHowManyUsersDecidedWhat() {
        JsonNode coverage = admin().get(TERMS + "/coverage").successful();

        assertThat(coverage.path("key").asText()).isEqualTo(Pop800.AGREEMENT);
        assertThat(coverage.path("version").asInt()).isEqualTo(2);
        assertThat(coverage.path("users").asInt()).isEqualTo(6);
        assertThat(coverage.path("exact").asBoolean()).isTrue();
        assertThat(coverage.path("accepted").asInt()).isEqualTo(2);
        assertThat(coverage.path("declined").asInt()).isEqualTo(1);
        assertThat(coverage.path("withdrawn").asInt()).isEqualTo(1);
        assertThat(coverage.path("pending").asInt()).isEqualTo(2);
        assertThat(coverage.path("counts").toString())
                .isEqualTo("[{\"version\":1,\"decision\":\"ACCEPTED\",\"users\":1},"
                        + "{\"version\":2,\"decision\":\"ACCEPTED\",\"users\":2},"
                        + "{\"version\":2,\"decision\":\"DECLINED\",\"users\":1},"
                        + "{\"version\":2,\"decision\":\"WITHDRAWN\",\"users\":1}]");
    }

    @Test
    void theCoverageOfAllAgreementsIsThatOfEach() {
        JsonNode all = admin().get("/coverage").successful();

        assertThat(all).hasSize(3);
        for (JsonNode one : all) {
            JsonNode again =
                    admin().get("/" + one.path("key").asText() + "/coverage").successful();

            assertThat(again.path("countedAt").asLong())
                    .isGreaterThanOrEqualTo(one.path("countedAt").asLong());
            assertThat(uncounted(again)).isEqualTo(uncounted(one));
        }
    }

    @Test
    void historyAddsUpByTheDaysOfTheRealm() {
        JsonNode history = admin().get(TERMS + "/coverage/history").successful();

        assertThat(history.path("version").asInt()).isEqualTo(2);
        assertThat(history.path("days").toString())
                .isEqualTo("[{\"day\":\"2026-11-20\",\"accepted\":0,\"acknowledged\":0,\"declined\":0,\"withdrawn\":1},"
                        + "{\"day\":\"2026-11-21\",\"accepted\":1,\"acknowledged\":0,\"declined\":1,\"withdrawn\":0},"
                        + "{\"day\":\"2026-11-22\",\"accepted\":1,\"acknowledged\":0,\"declined\":0,\"withdrawn\":0}]");
    }

    @Test
    void reachSaysHowManyWouldBeAsked() {
        String draft = admin().post(TERMS + "/versions", "{\"material\": false}")
                .successful()
                .path("number")
                .asText();
        try {
            assertThat(reach(draft, "")).isEqualTo(4);
            assertThat(reach(draft, "?material=true")).isEqualTo(6);
            assertThat(reach("2", "?material=true")).isEqualTo(4);
            assertThat(admin().get(TERMS + "/versions/99/reach").status()).isEqualTo(404);
        } finally {
            assertThat(admin().delete(TERMS + "/versions/" + draft).status()).isEqualTo(204);
        }
    }

    @Test
    void anAcceptanceThatHasToBeRenewedIsPending(KeycloakServer server) {
        Pop800 renewing = Pop800.create(
                        server,
                        files -> files.settings(
                                Pop800.AGREEMENT,
                                yaml -> yaml.replace("position: 10", "position: 10\nreacceptAfterDays: 30")))
                .withoutSampleUser();
        String old = renewing.newUser("old@example.org").toRepresentation().getId();
        String fresh = renewing.newUser("fresh@example.org").toRepresentation().getId();
        Instant now = Instant.now();
        new StoredDecision(old, null, Pop800.AGREEMENT, 1, "ACCEPTED", now.minusSeconds(31 * 86_400L))
                .storeIn(renewing);
        new StoredDecision(fresh, null, Pop800.AGREEMENT, 1, "ACCEPTED", now.minusSeconds(29 * 86_400L))
                .storeIn(renewing);
        AdminApi other = AdminApi.of(renewing);

        assertThat(other.get(TERMS + "/coverage").successful().path("pending").asInt())
                .isEqualTo(1);
        assertThat(ids(other.get(TERMS + "/users?status=PENDING"))).containsExactly(old);
        assertThat(ids(other.get(TERMS + "/users?status=ACCEPTED"))).containsExactly(fresh);
        assertThat(ids(other.get(TERMS + "/users?status=ACCEPTED&version=1"))).containsExactly(fresh, old);
    }

    @Test
    void whoHasStillToDecideIsListedByName() {
        JsonNode pending = admin().get(TERMS + "/users?status=PENDING").successful();
        pending.forEach(user -> ((ObjectNode) user).remove("cursor"));

        assertThat(pending.toString())
                .isEqualTo("[{\"userId\":\"" + bob + "\",\"username\":\"bob@example.org\","
                        + "\"firstName\":\"Test\",\"lastName\":\"User\",\"version\":1,"
                        + "\"decision\":\"ACCEPTED\",\"locale\":\"en\",\"decidedAt\":" + FIRST_DAY.toEpochMilli()
                        + "},{\"userId\":\"" + eve + "\",\"username\":\"eve@example.org\","
                        + "\"firstName\":\"Test\",\"lastName\":\"User\"}]");
    }

    @Test
    void whoDecidedIsListedTheLatestFirstUsersOfExternalStoresIncluded() {
        JsonNode accepted = admin().get(TERMS + "/users?status=ACCEPTED").successful();

        assertThat(ids(accepted)).containsExactly(ann, FAY);
        assertThat(accepted.findValuesAsText("username")).containsExactly("ann@example.org", "fay@example.com");
        assertThat(ids(admin().get(TERMS + "/users?status=DECLINED"))).containsExactly(cid);
        assertThat(ids(admin().get(TERMS + "/users?status=WITHDRAWN"))).containsExactly(dee);
    }

    @Test
    void ofAVersionThoseAreListedWhoDecidedOnJustThat() {
        assertThat(ids(admin().get(TERMS + "/users?status=ACCEPTED&version=1"))).containsExactly(bob);
        assertThat(ids(admin().get(TERMS + "/users?status=PENDING&version=1"))).containsExactly(eve);
        assertThat(ids(admin().get(TERMS + "/users?status=DECLINED&version=1"))).isEmpty();
    }

    @Test
    void listsArePaged() {
        assertThat(ids(admin().get(TERMS + "/users?status=PENDING&max=1"))).containsExactly(bob);
        assertThat(ids(admin().get(TERMS + "/users?status=PENDING&first=1&max=1")))
                .containsExactly(eve);
        assertThat(ids(admin().get(TERMS + "/users?status=ACCEPTED&first=1"))).containsExactly(FAY);
        assertThat(ids(admin().get(TERMS + "/users?status=PENDING&first=2"))).isEmpty();
        assertThat(ids(admin().get(TERMS + "/users?status=PENDING&first=10000")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "ACCEPTED", "ACCEPTED&version=2"})
    void aListGoesOnBehindARow(String status) {
        String list = TERMS + "/users?status=" + status;
        JsonNode all = admin().get(list).successful();
        List<String> found = new ArrayList<>();
        String after = "";
        for (JsonNode page = admin().get(list + "&max=1").successful();
                !page.isEmpty();
                page = admin().get(list + "&max=1&after=" + after).successful()) {
            found.addAll(ids(page));
            after = page.get(0).path("cursor").asText();
        }

        assertThat(found).hasSize(2).isEqualTo(ids(all));
    }

    @Test
    void aListGoesOnBehindAUserWhoIsNoLongerOnIt() {
        String list = TERMS + "/users?status=PENDING";
        UserResource bea = pop800.newUser("bea@example.org");
        String after =
                admin().get(list + "&max=1").successful().get(0).path("cursor").asText();
        bea.remove();

        assertThat(ids(admin().get(list + "&after=" + after))).containsExactly(bob, eve);
    }

    @Test
    void aRowOfOneListIsNoneOfAnother() {
        String after = admin().get(TERMS + "/users?status=PENDING")
                .successful()
                .get(0)
                .path("cursor")
                .asText();
        Reply reply = admin().get(TERMS + "/users?status=ACCEPTED&after=" + after);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorMessage()).contains("after must be the cursor of a row");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/user-registration/users?status=PENDING&max=1001 | max must be between 1 and 1000",
                "/user-registration/users?status=PENDING&max=0 | max must be between 1 and 1000",
                "/user-registration/users?status=PENDING&first=-1 | first must not be negative",
                "/user-registration/users?status=ACCEPTED&first=10001 | say as after which row",
                "/user-registration/users?status=ACCEPTED&after=x | after must be the cursor of a row",
                "/user-registration/users?status=ACCEPTED&first=1&after=x | say first or after, not both",
                "/user-registration/users?status=SLEEPING | PENDING, ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN",
                "/user-registration/users | PENDING, ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN",
                "/records?max=1001 | max must be between 1 and 1000",
                "/records?first=-1 | first must not be negative",
                "/records?first=x | first must be a whole number",
                "/records?first=10001 | say as after which row",
                "/records?after=gone | after must be the id of a record of this realm",
                "/records?from=x | from must be a moment in milliseconds since 1970",
                "/records?to=2026-11-29 | to must be a moment in milliseconds since 1970",
                "/user-registration/users?status=PENDING&version=first | version must be a whole number",
                "/user-registration/users?status=PENDING&max=all | max must be a whole number",
                "/user-registration/changes?from=x&to=2 | from must be a whole number",
                "/user-registration/versions/1/reach?material=yes | material must be true or false",
                "/deletion-requests?max=1e3 | max must be a whole number",
                "/records?type=GOSSIP | ACCEPTANCE, GRANT, DELETION",
                "/records?decision=YES | ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN",
                "/records?method=PIGEON | REGISTRATION, LOGIN, BROKER",
                "/records?client=sample&first=1 | first cannot be said beside decision, method or client",
                "/records?user=ann&search=bob | say user or search, not both",
                "/records?search=a%09b | search must not have the character U+0009"
            })
    void whatCannotBeAskedForIsSaid(String path, String reason) {
        Reply reply = admin().get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorMessage()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/gone/coverage",
                "/gone/coverage/history",
                "/gone/users?status=PENDING",
                "/users/gone",
                "/records/gone"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(admin().get(path).status()).isEqualTo(404);
        assertThat(admin().get(path).errorMessage()).contains("gone");
    }

    @Test
    void theTableHasWhatTheListHas() {
        HttpResponse<String> table = admin().table(TERMS + "/users?status=ACCEPTED");

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("text/csv").containsIgnoringCase("charset=utf-8"));
        assertThat(table.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"user-registration-accepted.csv\"");
        assertThat(table.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(table.body())
                .isEqualTo(
                        "\"userId\",\"username\",\"firstName\",\"lastName\",\"email\",\"version\",\"decision\",\"locale\",\"decidedAt\"\r\n"
                                + "\"" + ann
                                + "\",\"ann@example.org\",\"Test\",\"User\",\"ann@example.org\",\"2\",\"ACCEPTED\",\"en\",\"2026-11-22T00:00:00+08:00\"\r\n"
                                + "\"" + FAY
                                + "\",\"fay@example.com\",\"\",\"\",\"\",\"2\",\"ACCEPTED\",\"en\",\"2026-11-21T23:59:59+08:00\"\r\n");
    }

    @Test
    void aNameIsNoFormulaInATable(KeycloakServer server) {
        Pop800 other = Pop800.create(server);
        String userId = other.newUser("zed@example.org").toRepresentation().getId();
        server.database().update("update user_entity set username = '=1+1' where id = ?", userId);

        assertThat(AdminApi.of(other).table(TERMS + "/users?status=PENDING").body())
                .contains("\"" + userId + "\",\"'=1+1\",\"Test\",\"User\",\"zed@example.org\",\"\"");
    }

    @Test
    void ofAUserItIsSaidWhatWasDecidedAndWhatIsAsked() {
        JsonNode bobs = admin().get("/users/" + bob).successful();
        JsonNode terms = bobs.at("/agreements/0");

        assertThat(bobs.path("username").asText()).isEqualTo("bob@example.org");
        assertThat(terms.path("key").asText()).isEqualTo(Pop800.AGREEMENT);
        assertThat(terms.path("title").asText()).isNotBlank();
        assertThat(terms.at("/standing/version").asInt()).isEqualTo(1);
        assertThat(terms.at("/standing/decidedAt").asLong()).isEqualTo(FIRST_DAY.toEpochMilli());
        assertThat(terms.path("owed").asInt()).isEqualTo(2);
        assertThat(terms.has("offered")).isFalse();
        JsonNode anns = admin().get("/users/" + ann).successful();
        assertThat(anns.at("/agreements/0/standing/recordId").asText()).isEqualTo(recordOfAnn);
        assertThat(anns.at("/agreements/0").has("owed")).isFalse();
        assertThat(anns.at("/agreements/1").has("standing")).isFalse();
        assertThat(anns.at("/agreements/1/offered").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsForSomeClientsIsOwedWhereverTheUserSignsIn(KeycloakServer server) {
        Pop800 other = Pop800.create(
                server,
                files -> files.settings(
                        Pop800.AGREEMENT,
                        yaml -> yaml.replace("position: 10\n", "position: 10\naudience:\n  clients: [market]\n")));
        String userId = other.newUser("zed@example.org").toRepresentation().getId();
        AdminApi others = AdminApi.of(other);

        assertThat(others.get("/users/" + userId)
                        .successful()
                        .at("/agreements/0/owed")
                        .asInt())
                .isEqualTo(1);
        assertThat(others.get(TERMS + "/coverage").successful().path("exact").asBoolean())
                .isFalse();
    }

    @Test
    void recordsAreFoundByUserTypeAgreementAndTime() {
        assertThat(ids("id", admin().get("/records?user=" + ann + "&type=ACCEPTANCE")))
                .containsExactly(recordOfAnn);
        assertThat(ids("id", admin().get("/records?user=ann@example.org"))).containsExactly(recordOfAnn);
        assertThat(ids("userId", admin().get("/records?agreement=user-registration&type=ACCEPTANCE")))
                .startsWith(ann)
                .containsExactlyInAnyOrder(ann, cid, FAY, bob, dee);
        assertThat(ids(
                        "userId",
                        admin().get("/records?type=ACCEPTANCE&from=" + SECOND_DAY.toEpochMilli() + "&to="
                                + THIRD_DAY.toEpochMilli())))
                .containsExactlyInAnyOrder(cid, FAY);
        assertThat(admin().get("/records?user=nobody@example.org").successful()).isEmpty();
        assertThat(admin().get("/records?agreement=gone").successful()).isEmpty();
        assertThat(ids("userId", admin().get("/records?type=ACCEPTANCE&first=1&max=2")))
                .hasSize(2)
                .doesNotContain(ann);
    }

    @Test
    void recordsAreFoundByDecisionMethodAndClient() {
        assertThat(ids("userId", admin().get("/records?decision=DECLINED"))).containsExactly(cid);
        assertThat(ids("userId", admin().get("/records?decision=WITHDRAWN&method=LOGIN&client=sample")))
                .containsExactly(dee);
        assertThat(ids("userId", admin().get("/records?agreement=user-registration&decision=ACCEPTED")))
                .containsExactly(ann, FAY, bob);
        assertThat(ids("userId", admin().get("/records?decision=ACCEPTED&user=" + bob)))
                .containsExactly(bob);
        assertThat(admin().get("/records?decision=ACCEPTED&user=" + cid).successful())
                .isEmpty();
        assertThat(admin().get("/records?decision=ACCEPTED&client=gone").successful())
                .isEmpty();
        assertThat(admin().get("/records?method=ACCOUNT").successful()).isEmpty();
    }

    /** What a search by client has looked at is so little here that it comes to its end. */
    @Test
    void aSearchThatCameToItsEndLeadsNowhere() {
        HttpResponse<String> page = admin().whole("/records?client=sample&max=2");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void recordsAreFoundByAPartOfANameOfTheirUser() {
        assertThat(ids("userId", admin().get("/records?type=ACCEPTANCE&search=ann")))
                .containsExactly(ann);
        assertThat(ids("userId", admin().get("/records?type=ACCEPTANCE&search=*nn@exam*")))
                .containsExactly(ann);
        assertThat(ids("userId", admin().get("/records?type=ACCEPTANCE&search=BOB@")))
                .containsExactly(bob);
        assertThat(ids("userId", admin().get("/records?type=ACCEPTANCE&search=" + cid)))
                .containsExactly(cid);
        assertThat(ids("userId", admin().get("/records?type=ACCEPTANCE&search=" + FAY)))
                .containsExactly(FAY);
        assertThat(admin().get("/records?search=nobody").successful()).isEmpty();
    }

    @Test
    void aPartOfANameThatTooManyHaveIsRefused(KeycloakServer server) {
        Pop800 other = Pop800.create(server);
        new Crowd(other, 1000).create();
        Reply reply = AdminApi.of(other).get("/records?search=user-");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorMessage()).startsWith("search matches more than 100 users");
        assertThat(AdminApi.of(other).table("/records?search=user-").statusCode())
                .isEqualTo(400);
        assertThat(AdminApi.of(other).get("/records?search=user-00012").successful())
                .isEmpty();
    }

    @Test
    void recordsAreTakenAlongAsATableAndAsLines() {
        String wanted = "/records?type=ACCEPTANCE&agreement=user-registration";
        HttpResponse<String> table = admin().table(wanted);
        HttpResponse<String> lines = admin().lines(wanted);

        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"records.csv\"");
        assertThat(table.headers().allValues("Cache-Control")).contains("no-store");
        assertThat(table.body().lines()).hasSize(6).first().asString().startsWith("\"id\",\"occurredAt\"");
        assertThat(table.body())
                .contains("\"" + recordOfAnn + "\",\"2026-11-22T00:00:00+08:00\"")
                .contains("\"ann@example.org\"");
        assertThat(lines.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(lines.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"records.ndjson\"");
        assertThat(lines.body().lines().map(line -> new Reply(200, null, line).json()))
                .containsExactlyElementsOf(admin().get(wanted).successful());
    }

    @Test
    void thatRecordsWereTakenAlongIsAnAdminEventWithoutWhoWasLookedFor() {
        admin().lines("/records?search=ann");

        assertThat(pop800.realm().admin().getAdminEvents())
                .filteredOn(event -> "AGREEMENT_RECORDS".equals(event.getResourceType()))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.getOperationType()).isEqualTo("ACTION");
                    assertThat(event.getResourcePath()).endsWith("records");
                });
    }

    @Test
    void whatIsTakenAlongIsWhatIsFound() {
        assertThat(admin().table("/records?decision=DECLINED").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(cid);
        assertThat(admin().lines("/records?search=ann&type=ACCEPTANCE").body().lines())
                .singleElement()
                .asString()
                .contains(ann);
        assertThat(admin().table("/records?client=gone").body().lines()).hasSize(1);
        assertThat(admin().lines("/records?client=gone").body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?max=1",
                "?type=ACCEPTANCE&max=2",
                "?agreement=user-registration&max=2",
                "?method=LOGIN&max=2",
                "?agreement=user-registration&client=sample&max=2"
            })
    void theListOfRecordsGoesOnBehindARecord(String query) {
        List<String> all = ids("id", admin().get("/records" + query.replaceAll("max=\\d", "max=1000")));
        List<String> found = new ArrayList<>();
        String after = "";
        for (List<String> page = ids("id", admin().get("/records" + query));
                !page.isEmpty();
                page = ids("id", admin().get("/records" + query + "&after=" + after))) {
            found.addAll(page);
            after = page.get(page.size() - 1);
        }

        assertThat(found).hasSizeGreaterThan(4).isEqualTo(all);
    }

    @Test
    void aRecordSaysEverythingThatIsOnRecord() {
        pop800.realm()
                .server()
                .database()
                .update(RecordSql.insertConnections("'192.0.2.1', null, null", "r.id = ?"), recordOfAnn);
        JsonNode entry = admin().get("/records/" + recordOfAnn).successful();

        assertThat(entry.path("type").asText()).isEqualTo("ACCEPTANCE");
        assertThat(entry.path("username").asText()).isEqualTo("ann@example.org");
        assertThat(entry.path("version").asInt()).isEqualTo(2);
        assertThat(entry.path("textDigest").asText()).hasSize(64);
        assertThat(entry.path("method").asText()).isEqualTo("LOGIN");
        assertThat(entry.path("occurredAt").asLong()).isEqualTo(THIRD_DAY.toEpochMilli());
        assertThat(entry.at("/presentation/endReached").asBoolean()).isTrue();
        assertThat(entry.at("/presentation").has("diffFrom")).isFalse();
        assertThat(entry.at("/details/acceptance").asText()).isEqualTo("EXPLICIT");
        assertThat(entry.path("ipAddress").asText()).isEqualTo("192.0.2.1");
        assertThat(entry.has("sessionId")).isFalse();
        assertThat(entry.has("identitySalt")).isFalse();
    }

    @Test
    void theRecordsOfAUserWhoIsGoneAreFoundByTheIdEvenIfSomebodyTakesItForAName() {
        String gone = user("gone");
        pop800.realm().admin().users().get(gone).remove();
        String mimic = pop800.newUser("mimic@example.org").toRepresentation().getId();
        pop800.realm().server().database().update("update user_entity set username = ? where id = ?", gone, mimic);
        try {
            JsonNode records = admin().get("/records?user=" + gone).successful();

            assertThat(records)
                    .extracting(entry -> entry.path("type").asText())
                    .containsExactlyInAnyOrder("DELETION", "ERASURE");
            assertThat(records)
                    .allSatisfy(entry ->
                            assertThat(entry.path("details").isObject()).isTrue());
        } finally {
            pop800.realm().admin().users().get(mimic).remove();
        }
    }

    @Test
    void anotherRealmHasOtherRecordsAndUsers(KeycloakServer server) {
        AdminApi other = AdminApi.of(Pop800.create(server));

        assertThat(other.get("/records/" + recordOfAnn).status()).isEqualTo(404);
        assertThat(other.get("/records?user=" + ann).successful()).isEmpty();
        assertThat(other.get("/users/" + ann).status()).isEqualTo(404);
        assertThat(other.get(TERMS + "/coverage").successful().path("counts")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view-realm",
                "view-users",
                "view-events",
                "view-clients",
                "view-realm+query-users",
                "view-events+query-users",
                "view-events+view-users",
                "query-users"
            })
    void nobodySeesMoreThanTheRolesAllow(String roles) {
        Set<String> held = Set.of(roles.split("\\+"));
        AdminApi caller = AdminApi.ofAdministratorWith(pop800, held.toArray(String[]::new));

        needs().forEach((path, needed) -> assertThat(caller.get(path).status())
                .as("%s for %s", path, roles)
                .isEqualTo(covers(held, needed) ? 200 : 403));
        assertThat(caller.get("/users/gone").status()).isEqualTo(covers(held, Set.of("query-users")) ? 404 : 403);
    }

    @Test
    void whoIsNoAdministratorOfTheRealmSeesNothing(KeycloakServer server) {
        Pop800 other = Pop800.create(server);
        String tokenOfAnother = AdminApi.ofUserWith(other, "realm-admin").accessToken();
        AdminApi ofAnother = new AdminApi(pop800.realm(), tokenOfAnother);
        AdminApi ordinary = AdminApi.ofUserWith(other);

        for (String path : needs().keySet()) {
            assertThat(AdminApi.ofNobody(pop800).get(path).status()).as(path).isEqualTo(401);
            assertThat(ofAnother.get(path).status()).as(path).isEqualTo(403);
        }
        for (String path : List.of("/coverage", TERMS + "/coverage", TERMS + "/users?status=PENDING", "/records")) {
            assertThat(ordinary.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theTableNeedsWhatTheListNeeds() {
        String path = TERMS + "/users?status=PENDING";

        assertThat(AdminApi.ofNobody(pop800).table(path).statusCode()).isEqualTo(401);
        assertThat(AdminApi.ofAdministratorWith(pop800, "view-realm")
                        .table(path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(AdminApi.ofAdministratorWith(pop800, "view-users")
                        .table(path)
                        .body())
                .contains("bob@example.org");
    }

    @Test
    void takingRecordsAlongNeedsWhatTheListNeeds() {
        AdminApi events = AdminApi.ofAdministratorWith(pop800, "view-events");
        AdminApi users = AdminApi.ofAdministratorWith(pop800, "view-users", "manage-users", "view-realm");
        AdminApi ordinary = AdminApi.ofUserWith(Pop800.create(pop800.realm().server()));
        AdminApi ofAnother = new AdminApi(pop800.realm(), ordinary.accessToken());
        for (String path : List.of("/records", "/records?decision=ACCEPTED", "/records?search=ann")) {
            assertThat(AdminApi.ofNobody(pop800).table(path).statusCode()).isEqualTo(401);
            assertThat(AdminApi.ofNobody(pop800).lines(path).statusCode()).isEqualTo(401);
            assertThat(users.table(path).statusCode()).isEqualTo(403);
            assertThat(users.lines(path).statusCode()).isEqualTo(403);
            assertThat(ordinary.table(path).statusCode()).isEqualTo(403);
            assertThat(ofAnother.lines(path).statusCode()).isEqualTo(403);
            int expected = path.contains("search") ? 403 : 200;
            assertThat(events.table(path).statusCode()).isEqualTo(expected);
            assertThat(events.lines(path).statusCode()).isEqualTo(expected);
        }
    }

    @Test
    void whoMayAskForUsersButSeeNoneGetsNone() {
        AdminApi asking = AdminApi.ofAdministratorWith(pop800, "query-users", "view-realm");

        assertThat(asking.get(TERMS + "/users?status=PENDING").successful()).isEmpty();
        assertThat(asking.get(TERMS + "/users?status=ACCEPTED").successful()).isEmpty();
        assertThat(asking.table(TERMS + "/users?status=ACCEPTED").body().lines())
                .hasSize(1);
        assertThat(asking.get("/users/" + ann).status()).isEqualTo(403);
        assertThat(asking.get(TERMS + "/coverage").successful().path("users").asInt())
                .isZero();
        assertThat(asking.get(TERMS + "/coverage").successful().path("counts")).isEmpty();
        assertThat(asking.get(TERMS + "/coverage/history").successful().path("days"))
                .isEmpty();
    }

    /** Without the moment, which is another each time. */
    private static JsonNode uncounted(JsonNode coverage) {
        return ((ObjectNode) coverage.deepCopy()).without("countedAt");
    }

    /** With a token for now: one does not last for the whole class. */
    private AdminApi admin() {
        return AdminApi.of(pop800);
    }

    private int reach(String version, String query) {
        return admin().get(TERMS + "/versions/" + version + "/reach" + query)
                .successful()
                .path("users")
                .asInt();
    }

    /** The roles each call needs. */
    private Map<String, Set<String>> needs() {
        Set<String> counts = Set.of("view-realm", "query-users");
        return Map.of(
                "/coverage",
                counts,
                TERMS + "/coverage",
                counts,
                TERMS + "/coverage/history",
                counts,
                TERMS + "/versions/2/reach",
                counts,
                TERMS + "/users?status=PENDING",
                Set.of("query-users"),
                "/users/" + ann,
                Set.of("view-users"),
                "/records",
                Set.of("view-events"),
                "/records?decision=ACCEPTED&method=LOGIN&client=sample",
                Set.of("view-events"),
                "/records?search=ann",
                Set.of("view-events", "view-users"),
                "/records/" + recordOfAnn,
                Set.of("view-events"));
    }

    private static boolean covers(Set<String> roles, Set<String> needed) {
        return needed.stream()
                .allMatch(role -> roles.contains(role) || role.equals("query-users") && roles.contains("view-users"));
    }

    private String user(String name) {
        return pop800.newUser(name + "@example.org").toRepresentation().getId();
    }

    private String decision(String userId, String username, int version, String decision, Instant decidedAt) {
        return new StoredDecision(userId, username, Pop800.AGREEMENT, version, decision, decidedAt).storeIn(pop800);
    }

    /** It is switched off: nothing is behind it. */
    private void addUserStore() {
        ComponentRepresentation store = new ComponentRepresentation();
        store.setName("directory");
        store.setProviderType("org.keycloak.storage.UserStorageProvider");
        store.setProviderId("ldap");
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        config.putSingle("enabled", "false");
        config.putSingle("connectionUrl", "ldap://localhost:1");
        config.putSingle("usersDn", "ou=people");
        config.putSingle("authType", "none");
        config.putSingle("editMode", "READ_ONLY");
        config.putSingle("vendor", "other");
        config.putSingle("usernameLDAPAttribute", "uid");
        config.putSingle("rdnLDAPAttribute", "uid");
        config.putSingle("uuidLDAPAttribute", "entryUUID");
        config.putSingle("userObjectClasses", "person");
        store.setConfig(config);
        try (Response response = pop800.realm().admin().components().add(store)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private void addServiceAccount() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("robot");
        client.setServiceAccountsEnabled(true);
        client.setSecret("secret");
        try (Response response = pop800.realm().admin().clients().create(client)) {
            assertThat(response.getStatus()).isEqualTo(201);
        }
    }

    private static List<String> ids(Reply reply) {
        return ids(reply.successful());
    }

    private static List<String> ids(JsonNode users) {
        return ids("userId", users);
    }

    private static List<String> ids(String field, Reply reply) {
        return ids(field, reply.successful());
    }

    private static List<String> ids(String field, JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }
}
