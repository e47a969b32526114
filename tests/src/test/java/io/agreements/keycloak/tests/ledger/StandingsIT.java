package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.oidc.TokenResponse;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Administrators;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Standings that were lost or damaged are made anew from the ledger. */
@OnEveryDatabase
@WithKeycloak
final class StandingsIT {

    private static final String COMPARE = "/standings/compare";
    private static final String REBUILD = "/standings/rebuild";

    private KeycloakServer server;
    private Pop800 pop800;
    private AdminApi admin;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        this.server = server;
        pop800 = Pop800.create(server);
        admin = AdminApi.of(pop800);
    }

    @Test
    void whatWasDamagedIsToldAndThenMadeAsItWas() {
        int users = 2300;
        createDecidedUsers(users);
        List<Map<String, Object>> sound = standings();
        assertCounts(admin.post(COMPARE, null).successful(), true, users, 0, 0, 0);

        String gone = id("user-9");
        pop800.realm().user("user-9").remove();
        createUser("heir", gone);
        assertCounts(admin.post(COMPARE, null).successful(), true, users - 1, 0, 0, 0);

        update(
                "delete from agr_standing where realm_id = ? and user_id in (select user_id from agr_record"
                        + " where realm_id = ? and username like 'user-1%')",
                pop800.id(), pop800.id());
        long missing = users - 1 - standings().size();
        update(
                "update agr_standing set record_id = ? where user_id = ?",
                UUID.randomUUID().toString(),
                id("user-2"));
        update("update agr_standing set decision = 'DECLINED' where user_id = ?", id("user-3"));
        addStandingWithoutRecord(id("user-4"), "news-by-mail");
        addStandingWithoutRecord(UUID.randomUUID().toString(), Pop800.AGREEMENT);
        addStandingWithoutRecord(gone, Pop800.AGREEMENT);
        List<Map<String, Object>> damaged = standings();

        JsonNode told = admin.post(COMPARE, null).successful();
        assertCounts(told, false, damaged.size(), missing, 2, 3);
        assertThat(missing).isGreaterThan(1000);
        assertThat(told.path("named"))
                .hasSize(100)
                .allSatisfy(one -> assertThat(one.path("userId").asText()
                                + one.path("agreementKey").asText())
                        .isNotBlank());
        assertThat(standings()).isEqualTo(damaged);
        assertThat(rebuilds()).isEmpty();

        assertCounts(admin.post(REBUILD, null).successful(), false, damaged.size(), missing, 2, 3);
        sound.removeIf(row -> row.get("user_id").equals(gone));
        assertThat(standings()).isEqualTo(sound);
        assertCounts(admin.post(COMPARE, null).successful(), true, users - 1, 0, 0, 0);
        assertThat(rebuilds())
                .hasSizeBetween(2, 3)
                .allSatisfy(
                        row -> assertThat(row).containsEntry("method", "ADMIN").containsEntry("user_id", null))
                .noneMatch(row -> row.get("administrator_id") == null);
        assertThat(rebuilds().stream().map(row -> (String) row.get("details")).collect(Collectors.joining()))
                .contains("\"added\":", "\"by\":\"administrator\"");
        assertThat(adminEvents()).singleElement().satisfies(event -> {
            assertThat(event.getOperationType()).isEqualTo("ACTION");
            assertThat(event.getResourceType()).isEqualTo("AGREEMENT_STANDINGS");
            assertThat(event.getResourcePath()).endsWith("standings/rebuild");
        });

        assertCounts(admin.post(REBUILD, null).successful(), true, users - 1, 0, 0, 0);
        assertThat(rebuilds()).hasSizeBetween(2, 3);
    }

    @Test
    void thePartsOfTheUsersTogetherAreAllOfThem() {
        createDecidedUsers(200);
        update("delete from agr_standing where user_id = ?", id("user-7"));
        long standings = 0;
        long missing = 0;
        for (int shard = 0; shard < 4; shard++) {
            JsonNode part =
                    admin.post(REBUILD + "?shard=" + shard + "&shards=4", null).successful();
            standings += part.path("standings").asLong();
            missing += part.path("missing").asLong();
        }

        assertThat(standings).isEqualTo(199);
        assertThat(missing).isEqualTo(1);
        assertCounts(admin.post(COMPARE, null).successful(), true, 200, 0, 0, 0);
        for (String wrong : List.of(
                "?shard=0",
                "?shards=2",
                "?shard=2&shards=2",
                "?shard=-1&shards=2",
                "?shard=0&shards=129",
                "?shard=x&shards=2")) {
            assertThat(admin.post(COMPARE + wrong, null).status()).as(wrong).isEqualTo(400);
        }
    }

    /** As somebody leaves them who writes into the tables. */
    @Test
    void wordsThatAreNoneKeepNobodyFromTheOthersAndAreMadeAsTheLedgerHasThem() {
        createDecidedUsers(3);
        List<Map<String, Object>> sound = standings();
        update("update agr_standing set decision = 'MAYBE' where user_id = ?", id("user-1"));
        update("update agr_record set decision = 'MAYBE' where user_id = ?", id("user-2"));

        for (String path : List.of(
                "/" + Pop800.AGREEMENT + "/coverage",
                "/" + Pop800.AGREEMENT + "/users?status=ACCEPTED",
                "/users/" + id("user-1"),
                "/records?user=" + id("user-2"))) {
            assertThat(admin.get(path).status()).as(path).isEqualTo(200);
        }
        assertCounts(admin.post(COMPARE, null).successful(), false, 3, 0, 1, 0);
        assertCounts(admin.post(REBUILD, null).successful(), false, 3, 0, 1, 0);
        assertThat(standings()).isEqualTo(sound);
        assertCounts(admin.post(COMPARE, null).successful(), true, 3, 0, 0, 0);
    }

    @Test
    void whoseStandingWasBetterThanTheLedgerSaysIsAskedAgain(WebBrowser browser) {
        String email = "person@example.org";
        String userId = pop800.newUser(email).toRepresentation().getId();
        var page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(email, Pop800.PASSWORD).press("accept");
        TokenResponse tokens = pop800.client().refresh(signIn.awaitTokens().refreshToken());
        assertThat(tokens.status()).isEqualTo(200);
        assertCounts(admin.post(COMPARE, null).successful(), true, 3, 0, 0, 0);
        update(
                "update agr_record set decision = 'DECLINED' where user_id = ? and agreement_key = ?",
                userId,
                Pop800.AGREEMENT);
        tokens = pop800.client().refresh(tokens.refreshToken());
        assertThat(tokens.status()).isEqualTo(200);

        assertCounts(admin.post(REBUILD, null).successful(), false, 3, 0, 1, 0);
        assertThat(pop800.client().refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void whatWasTakenNoteOfIsSoAgainAndIsNoConsent(WebBrowser browser) {
        pop800 = Pop800.create(server, files -> files.withoutAny().dropNotice("privacy"));
        admin = AdminApi.of(pop800);
        String email = "noted@example.org";
        String userId = pop800.newUser(email).toRepresentation().getId();
        var page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(email, Pop800.PASSWORD).press("acknowledge");
        signIn.awaitCallback().code();
        List<Map<String, Object>> sound = standings();
        assertCounts(admin.post(COMPARE, null).successful(), true, 1, 0, 0, 0);
        update("update agr_standing set decision = 'ACCEPTED' where user_id = ?", userId);

        assertCounts(admin.post(REBUILD, null).successful(), false, 1, 0, 1, 0);
        assertThat(standings())
                .isEqualTo(sound)
                .extracting(row -> row.get("decision"))
                .containsExactly("ACKNOWLEDGED");
        update("delete from agr_standing where user_id = ?", userId);
        assertCounts(admin.post(REBUILD, null).successful(), false, 0, 1, 0, 0);
        assertThat(standings()).isEqualTo(sound);
        var later = browser.visit(VisitorProfile.english()).page();
        SignIn again = pop800.client().authorization().open(later);
        new SignInPages(later).submitPassword(email, Pop800.PASSWORD);
        assertThat(again.awaitCallback().code()).isNotBlank();
    }

    @Test
    void whoManagesRealmAndUsersMayDoIt() {
        String nobody = Administrators.token(pop800, "nobody@example.org");
        String ofRealm = Administrators.token(pop800, "realm@example.org", "manage-realm", "view-users");
        String ofUsers = Administrators.token(pop800, "users@example.org", "view-realm", "manage-users");
        String ofBoth = Administrators.token(pop800, "both@example.org", "manage-realm", "manage-users");

        for (String path : List.of(COMPARE, REBUILD)) {
            assertThat(AdminApi.ofNobody(pop800).post(path, null).status()).isEqualTo(401);
            for (String token : List.of(nobody, ofRealm, ofUsers)) {
                assertThat(as(token).post(path, null).status()).isEqualTo(403);
            }
            assertThat(as(ofBoth).post(path, null).status()).isEqualTo(200);
        }
    }

    @Test
    void theCommandSaysByItsExitStatusWhetherTheyAreEqual(@TempDir Path directory)
            throws IOException, InterruptedException {
        createDecidedUsers(3);
        update("delete from agr_standing where user_id = ?", id("user-1"));

        Command different = command(directory, "compare");
        assertThat(different.output()).contains("\"equal\" : false", "\"missing\" : 1", id("user-1"));
        assertThat(different.status()).isOne();
        assertThat(command(directory, "rebuild").status()).isZero();
        Command equal = command(directory, "compare");
        assertThat(equal.output()).contains("\"equal\" : true");
        assertThat(equal.status()).isZero();
        assertThat(command(directory, "compare", "--realm=nowhere").status()).isOne();
    }

    private record Command(int status, String output) {}

    private Command command(Path directory, String... words) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("keycloak.project")).resolve("bin/standings");
        List<String> line = new ArrayList<>(List.of("bash", script.toString()));
        line.addAll(List.of("--realm", pop800.realm().name(), "--server", server.url(), "--user=admin"));
        line.addAll(List.of(words));
        Path output = Files.createTempFile(directory, "standings", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("KEYCLOAK_PASSWORD", "admin");
        builder.environment()
                .merge(
                        "PATH",
                        Path.of(System.getProperty("keycloak.distribution")).resolve("bin") + ":",
                        (path, bin) -> bin + path);
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            new ProcessTree(process.toHandle()).kill();
        }
        String written = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(written).isTrue();
        return new Command(process.exitValue(), written);
    }

    private AdminApi as(String token) {
        return new AdminApi(pop800.realm(), token);
    }

    /** Users {@code user-0} and so on, who have accepted the required agreement. */
    private void createDecidedUsers(int count) {
        importUsers(IntStream.range(0, count).mapToObj(n -> user("user-" + n)).toList());
        String csv = IntStream.range(0, count)
                .mapToObj(n -> "user-" + n + ",2024-05-31\n")
                .collect(Collectors.joining("", "user,acceptedAt\n", ""));
        assertThat(AdminBytes.post(
                                server,
                                "/" + pop800.realm().name() + "/agreements/" + Pop800.AGREEMENT
                                        + "/versions/1/decisions",
                                "text/csv",
                                csv.getBytes(StandardCharsets.UTF_8),
                                AdminRest.administratorToken(server))
                        .statusCode())
                .isEqualTo(200);
        assertThat(standings()).hasSize(count);
    }

    private void createUser(String name, String id) {
        UserRepresentation user = user(name);
        user.setId(id);
        importUsers(List.of(user));
    }

    private void importUsers(List<UserRepresentation> users) {
        PartialImportRepresentation representation = new PartialImportRepresentation();
        representation.setIfResourceExists(PartialImportRepresentation.Policy.FAIL.name());
        representation.setUsers(users);
        try (Response response = pop800.realm().admin().partialImport(representation)) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
    }

    private static UserRepresentation user(String name) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEmail(name + "@example.org");
        user.setEnabled(true);
        return user;
    }

    private void addStandingWithoutRecord(String userId, String agreementKey) {
        update(
                "insert into agr_standing (user_id, agreement_id, realm_id, version_number, decision, locale, text_digest,"
                        + " decided_at, record_id) select ?, id, realm_id, 1, 'ACCEPTED', 'en', ?, 0, ? from agr_agreement"
                        + " where realm_id = ? and agreement_key = ?",
                userId,
                new byte[32],
                UUID.randomUUID().toString(),
                pop800.id(),
                agreementKey);
    }

    private void update(String sql, Object... arguments) {
        assertThat(server.database().update(sql, arguments)).as(sql).isPositive();
    }

    private String id(String username) {
        return (String) server.database()
                .query("select id from user_entity where realm_id = ? and username = ?", pop800.id(), username)
                .get(0)
                .get("id");
    }

    private List<Map<String, Object>> standings() {
        return server.database()
                .query("select * from agr_standing where realm_id = ? order by user_id, agreement_id", pop800.id());
    }

    private List<Map<String, Object>> rebuilds() {
        return server.database().query("select * from agr_record where realm_id = ? and type = 'REBUILD'", pop800.id());
    }

    private List<AdminEventRepresentation> adminEvents() {
        return pop800.realm().admin().getAdminEvents().stream()
                .filter(event -> event.getResourcePath() != null
                        && event.getResourcePath().contains("standings"))
                .toList();
    }

    private static void assertCounts(
            JsonNode report, boolean equal, long standings, long missing, long different, long surplus) {
        assertThat(List.of(
                        report.path("equal").asBoolean(),
                        report.path("standings").asLong(),
                        report.path("missing").asLong(),
                        report.path("different").asLong(),
                        report.path("surplus").asLong()))
                .as(report.toString())
                .isEqualTo(List.of(equal, standings, missing, different, surplus));
        assertThat(report.has("errorMessage")).isFalse();
    }
}
