package io.agreements.keycloak.tests.ledger;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.limit.ProcessTree;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Administrators;
import io.agreements.keycloak.tests.fixture.realm.AgreementEdits;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What users accepted before there was a ledger becomes decisions. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LegacyImportIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ATTRIBUTE = "terms_and_conditions";

    /** 2024-01-01T00:00:00Z */
    private static final long FIRST_SECOND = 1704067200L;

    private static final int USERS = 2000;

    private KeycloakServer server;

    @BeforeAll
    void take(KeycloakServer keycloak) {
        server = keycloak;
    }

    @Test
    void keycloaksOwnAttributeIsTakenOverOnceForEachUser() {
        Pop800 pop800 = Pop800.create(server);
        createUsers(pop800, USERS, n -> Map.of(ATTRIBUTE, List.of(String.valueOf(FIRST_SECOND + n / 2))));
        createUsers(
                pop800,
                List.of(
                        user("flagged", Map.of(ATTRIBUTE, List.of("true"))),
                        user(
                                "early",
                                Map.of(
                                        ATTRIBUTE,
                                        List.of(String.valueOf(Instant.now().getEpochSecond() + 86400)))),
                        user("never", Map.of("other", List.of(String.valueOf(FIRST_SECOND))))));
        List<JsonNode> lines = run(pop800, "{}");
        JsonNode report = last(lines);

        assertThat(lines.subList(0, lines.size() - 1))
                .hasSizeGreaterThan(5)
                .isSortedAccordingTo((one, other) -> Long.compare(done(one), done(other)))
                .allSatisfy(line -> assertThat(line.get("of").asLong()).isEqualTo(USERS + 2));
        assertCounts(report, USERS, 0, 2);
        assertThat(report.get("source").asText()).isEqualTo(ATTRIBUTE);
        assertThat(report.get("wrong"))
                .extracting(wrong -> wrong.get("problem").asText())
                .anySatisfy(problem -> assertThat(problem).isEqualTo("the attribute's value is no time: 'true'"))
                .anySatisfy(problem -> assertThat(problem).startsWith("lies in the future"));
        String userId = pop800.realm().user("user-7").toRepresentation().getId();
        assertThat(pop800.records(userId)).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsEntry("type", "ACCEPTANCE")
                    .containsEntry("decision", "ACCEPTED")
                    .containsEntry("method", "IMPORT")
                    .containsEntry("agreement_key", Pop800.AGREEMENT)
                    .containsEntry("version_number", 1)
                    .containsEntry("locale", "zh-Hans")
                    .containsEntry("occurred_at", (FIRST_SECOND + 3) * 1000)
                    .containsEntry("username", "user-7")
                    .containsEntry("client_id", null)
                    .containsEntry("ip_address", null)
                    .containsEntry("wording_digest", null)
                    .containsEntry("end_reached", null);
            assertThat(row).containsEntry("details", "{\"source\":\"terms_and_conditions\"}");
            assertThat((Long) row.get("recorded_at")).isGreaterThan((FIRST_SECOND + 3) * 1000);
            assertThat((String) row.get("settings_digest")).hasSize(64);
            assertThat((String) row.get("text_digest")).hasSize(64);
        });
        assertThat(pop800.standings(userId))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("decided_at", (FIRST_SECOND + 3) * 1000));

        assertCounts(last(run(pop800, "{\"attribute\": \"" + ATTRIBUTE + "\"}")), 0, USERS, 2);
        assertThat(acceptances(pop800)).isEqualTo(USERS);
        assertThat(standings(pop800)).isEqualTo(USERS);
        assertThat(adminEvents(pop800)).hasSize(2).allSatisfy(event -> {
            assertThat(event.getOperationType()).isEqualTo("ACTION");
            assertThat(event.getAuthDetails().getUserId()).isNotBlank();
        });
    }

    @Test
    void aCsvIsTakenOverAndItsWrongLinesAreNamed() {
        Pop800 pop800 = Pop800.create(server);
        createUsers(pop800, 1000, n -> Map.of());
        UserRepresentation twin = user("twin", Map.of());
        twin.setEmail("user-1@example.org");
        setDuplicateEmailsAllowed(pop800);
        createUsers(pop800, List.of(twin));
        List<String> lines = new ArrayList<>();
        lines.add("user,acceptedAt,locale");
        IntStream.range(0, 1000).forEach(n -> lines.add(line(n)));
        lines.set(10, "stranger,2024-05-31,");
        lines.set(20, "user-19,31.05.2024,");
        lines.set(30, "user-29,2124-05-31,");
        lines.set(40, "");
        lines.set(50, "user-49,2024-05-31");
        lines.set(60, "user-59,2024-05-31,,more");
        lines.set(80, "user-79,2024-05-31,fr");
        lines.set(90, "user-1@example.org,2024-05-31,");
        lines.set(100, "user-0,2024-05-31,");
        byte[] csv = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
        csv[new String(csv, StandardCharsets.ISO_8859_1).indexOf("user-69")] = (byte) 0xff;
        JsonNode report = last(run(pop800, csv));

        assertCounts(report, 990, 1, 9);
        assertThat(report.get("source").asText()).isEqualTo("csv");
        assertThat(report.get("wrong"))
                .extracting(wrong ->
                        wrong.get("line").asInt() + " " + wrong.get("problem").asText())
                .containsExactly(
                        "11 there is no user 'stranger'",
                        "21 acceptedAt is no time: '31.05.2024'",
                        "31 lies in the future: 2124-05-30T16:00:00Z",
                        "41 is blank",
                        "51 has 2 fields instead of 3",
                        "61 has 4 fields instead of 3",
                        "71 is not UTF-8",
                        "81 version 1 has no text in 'fr'",
                        "91 several users have the e-mail address 'user-1@example.org'");
        String userId = pop800.realm().user("user-8").toRepresentation().getId();
        assertThat(pop800.records(userId)).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsEntry("locale", "en")
                    .containsEntry(
                            "occurred_at", Instant.parse("2024-05-30T16:00:00Z").toEpochMilli());
            assertThat((String) row.get("details")).contains("\"source\":\"csv\"");
        });

        assertCounts(last(run(pop800, csv)), 0, 991, 9);
        assertThat(acceptances(pop800)).isEqualTo(990);
    }

    @Test
    void ofVeryManyWrongLinesAllAreCountedAndTheFirstNamed() {
        Pop800 pop800 = Pop800.create(server);
        JsonNode report = last(run(
                pop800, ("user,acceptedAt\n" + "nobody,2024-05-31\n".repeat(700)).getBytes(StandardCharsets.UTF_8)));

        assertCounts(report, 0, 0, 700);
        assertThat(report.get("wrong")).hasSize(100);
    }

    @Test
    void aRunThatBreaksOffLeavesWholeBatchesAndTheNextGoesOn() {
        Pop800 pop800 = Pop800.create(server);
        createUsers(pop800, 700, n -> Map.of(ATTRIBUTE, List.of(String.valueOf(FIRST_SECOND - n))));
        server.database()
                .update("alter table agr_record add constraint refuse_one check (username is null or realm_id <> '"
                        + pop800.id() + "' or username <> 'user-450')");
        List<JsonNode> broken;
        try {
            broken = run(pop800, "{}");
        } finally {
            server.database().update("alter table agr_record drop constraint refuse_one");
        }

        assertCounts(last(broken), 300, 0, 0);
        assertThat(last(broken).get("errorMessage").asText())
                .contains("run it again to go on")
                .doesNotContain("refuse_one");
        assertThat(acceptances(pop800)).isEqualTo(300);
        assertThat(standings(pop800)).isEqualTo(300);
        assertCounts(last(run(pop800, "{}")), 400, 300, 0);
        assertThat(acceptances(pop800)).isEqualTo(700);
    }

    @Test
    void whoIsTakenOverIsNotAskedUntilTheNextVersionComes(WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server, LegacyImportIT::withRequiredAgreementOnly);
        String email = "person@example.org";
        String userId = pop800.newUser(email).toRepresentation().getId();
        assertThat(pop800.client().password(email, Pop800.PASSWORD).status()).isEqualTo(400);
        run(pop800, ("user,acceptedAt\n" + email + ",2024-05-31\n").getBytes(StandardCharsets.UTF_8));
        SignIn signIn = signIn(pop800, browser.visit(VisitorProfile.chinese()), email);

        assertThat(signIn.awaitCallback().code()).isNotBlank();
        assertThat(pop800.client().password(email, Pop800.PASSWORD).status()).isEqualTo(200);

        pop800.edits().dropSecondVersion();
        Importer.run(pop800);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        SignIn later = signIn(pop800, visitor, email);
        SignInPages pages = new SignInPages(visitor.page());
        assertThat(pages.acceptance()).isVisible();
        assertThat(visitor.page().locator("body")).containsText("第十二条 未成年人");
        pages.press("accept");

        assertThat(later.awaitCallback().code()).isNotBlank();
        assertThat(pop800.records(userId, Pop800.AGREEMENT))
                .extracting(row -> row.get("version_number") + " " + row.get("method") + " " + row.get("diff_from"))
                .containsExactly("1 IMPORT null", "2 LOGIN 1");
    }

    @Test
    void aNoticeThatWasShownBeforeHasBeenTakenNoteOf(WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server, files -> files.withoutAny().dropNotice("privacy"));
        String email = "noted@example.org";
        createUsers(pop800, List.of(user("noted", Map.of(ATTRIBUTE, List.of(String.valueOf(FIRST_SECOND))))));
        String userId = pop800.realm().user("noted").toRepresentation().getId();
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(Pop800.PASSWORD);
        pop800.realm().user("noted").resetPassword(password);
        List<JsonNode> report = lines(post(pop800, "privacy", 1, "application/json", bytes("{}"), administrator()));

        assertCounts(last(report), 1, 0, 0);
        assertThat(pop800.records(userId))
                .extracting(row -> row.get("decision") + " " + row.get("method") + " " + row.get("occurred_at"))
                .containsExactly("ACKNOWLEDGED IMPORT " + FIRST_SECOND * 1000);
        assertThat(pop800.standings(userId))
                .extracting(row -> row.get("decision"))
                .containsExactly("ACKNOWLEDGED");
        SignIn signIn = signIn(pop800, browser.visit(VisitorProfile.chinese()), email);
        assertThat(signIn.awaitCallback().code()).isNotBlank();
    }

    @Test
    void whoHasDeclinedIsLeftAlone(WebBrowser browser) {
        Pop800 pop800 = Pop800.create(server, LegacyImportIT::withRequiredAgreementOnly);
        String email = "unwilling@example.org";
        String userId = pop800.newUser(email).toRepresentation().getId();
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        signIn(pop800, visitor, email);
        new SignInPages(visitor.page()).press("decline");
        assertThat(new SignInPages(visitor.page()).declined()).isVisible();

        assertCounts(
                last(run(pop800, ("user,acceptedAt\n" + email + ",2024-05-31\n").getBytes(StandardCharsets.UTF_8))),
                0,
                1,
                0);
        assertThat(pop800.records(userId, Pop800.AGREEMENT))
                .extracting(row -> row.get("decision"))
                .containsExactly("DECLINED");
    }

    @Test
    void whatCannotBeImportedAtAllIsRefused() {
        Pop800 pop800 = Pop800.create(
                server,
                files -> files.dropSecondVersion().settings(Pop800.AGREEMENT, yaml -> yaml + "    draft: true\n"));

        assertThat(refusal(post(pop800, 2, "application/json", bytes("{}"), administrator()), 400))
                .contains("Version 2", "not published");
        assertThat(refusal(post(pop800, 9, "application/json", bytes("{}"), administrator()), 404))
                .contains("no version 9");
        for (String name : List.of(" ", "a\\u0000b")) {
            assertThat(refusal(
                            post(
                                    pop800,
                                    1,
                                    "application/json",
                                    bytes("{\"attribute\": \"" + name + "\"}"),
                                    administrator()),
                            400))
                    .contains("attribute");
        }
        assertThat(refusal(post(pop800, 1, "text/csv", bytes("ada,2024-05-31\n"), administrator()), 400))
                .contains("The first line must read user,acceptedAt");
        assertThat(refusal(post(pop800, 1, "text/csv", new byte[8 * 1024 * 1024 + 1], administrator()), 400))
                .contains("Split a CSV");
        assertThat(refusal(post(pop800, 1, "application/pdf", bytes("%PDF"), administrator()), 415))
                .contains("text/csv");
        for (String contentType : Arrays.asList(null, "application/json")) {
            assertThat(refusal(
                            post(pop800, 1, contentType, bytes("user,acceptedAt\nada,2024-05-31\n"), administrator()),
                            400))
                    .contains("Send a CSV as text/csv");
            assertThat(refusal(post(pop800, 1, contentType, bytes("[]"), administrator()), 400))
                    .contains("The body must be a JSON object");
        }
        assertThat(acceptances(pop800)).isZero();
    }

    @Test
    void whoManagesRealmAndUsersMayImportAndNobodyElse() {
        Pop800 pop800 = Pop800.create(server);
        byte[] csv = bytes("user,acceptedAt\nnobody@example.org,2024-05-31\n");
        String nobody = Administrators.token(pop800, "nobody@example.org");
        String ofRealm = Administrators.token(pop800, "realm@example.org", "manage-realm", "view-users");
        String ofUsers = Administrators.token(pop800, "users@example.org", "view-realm", "manage-users");
        String ofBoth = Administrators.token(pop800, "both@example.org", "manage-realm", "manage-users");

        for (String contentType : List.of("text/csv", "application/json")) {
            byte[] body = contentType.equals("text/csv") ? csv : bytes("{}");
            assertThat(post(pop800, 1, contentType, body, null).statusCode()).isEqualTo(401);
            assertThat(post(pop800, 1, contentType, body, nobody).statusCode()).isEqualTo(403);
            assertThat(post(pop800, 1, contentType, body, ofRealm).statusCode()).isEqualTo(403);
            assertThat(post(pop800, 1, contentType, body, ofUsers).statusCode()).isEqualTo(403);
        }
        assertThat(acceptances(pop800)).isZero();
        assertThat(post(pop800, 1, "text/csv", csv, ofBoth).statusCode()).isEqualTo(200);
        assertThat(acceptances(pop800)).isOne();
    }

    @Test
    void theCommandShowsProgressAndWhatIsWrong(@TempDir Path directory) throws IOException, InterruptedException {
        Pop800 pop800 = Pop800.create(server);
        createUsers(pop800, 400, n -> Map.of(ATTRIBUTE, List.of(String.valueOf(FIRST_SECOND + n))));
        Path csv = directory.resolve("acceptances.csv");
        Files.writeString(csv, "user,acceptedAt\nuser-1,2024-05-31\n\"say \"\"{hi}\"\"\",2024-05-31\n");

        Command attribute = command(pop800);
        assertThat(attribute.output())
                .contains("300 of 400: 300 taken over, 0 known already, 0 wrong")
                .endsWith("400 taken over, 0 known already, 0 wrong\n");
        assertThat(attribute.status()).isZero();
        Command wrong = command(pop800, "--csv", csv.toString());
        assertThat(wrong.output())
                .contains("line 3: there is no user 'say \"{hi}\"'")
                .endsWith("0 taken over, 1 known already, 1 wrong\n");
        assertThat(wrong.status()).isOne();
        Command unknown = command(pop800, "--realm", "nowhere");
        assertThat(unknown.output()).contains("error: The server refuses it (404)");
        assertThat(unknown.status()).isOne();
    }

    private record Command(int status, String output) {}

    private Command command(Pop800 pop800, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "bash",
                Path.of(System.getProperty("keycloak.project"))
                        .resolve("bin/import-acceptances")
                        .toString(),
                Pop800.AGREEMENT,
                "1",
                "--realm",
                pop800.realm().name(),
                "--server",
                server.url(),
                "--user=admin"));
        words.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("KEYCLOAK_PASSWORD", "admin");
        Path output = Files.createTempFile("import-acceptances", ".txt");
        Process process = builder.redirectOutput(output.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            new ProcessTree(process.toHandle()).kill();
        }
        assertThat(ended).as(Files.readString(output)).isTrue();
        return new Command(process.exitValue(), Files.readString(output));
    }

    /** Named in turn by user name, e-mail address, and user name in capitals; the time in each of the ways there are. */
    private static String line(int n) {
        String name = "user-" + n;
        String user = switch (n % 3) {
            case 0 -> name;
            case 1 -> n == 1 ? name : name + "@example.org";
            default -> name.toUpperCase(Locale.ROOT);
        };
        String acceptedAt = switch (n % 4) {
            case 0 -> "2024-05-31";
            case 1 -> "2024-05-31T10:00:00+08:00";
            case 2 -> String.valueOf(FIRST_SECOND + n);
            default -> String.valueOf((FIRST_SECOND + n) * 1000);
        };
        return user + "," + acceptedAt + "," + (n % 2 == 0 ? "en" : "");
    }

    private static void withRequiredAgreementOnly(AgreementEdits files) {
        for (String optional : List.of("news-by-mail", "personalisation")) {
            files.settings(optional, yaml -> yaml.replace("    label:", "    draft: true\n    label:"));
        }
    }

    private static SignIn signIn(Pop800 pop800, Visitor visitor, String email) {
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);
        return signIn;
    }

    private static void setDuplicateEmailsAllowed(Pop800 pop800) {
        var realm = pop800.realm().admin().toRepresentation();
        realm.setLoginWithEmailAllowed(false);
        realm.setDuplicateEmailsAllowed(true);
        pop800.realm().admin().update(realm);
    }

    private static void createUsers(Pop800 pop800, int count, IntFunction<Map<String, List<String>>> attributes) {
        for (int from = 0; from < count; from += 500) {
            createUsers(
                    pop800,
                    IntStream.range(from, Math.min(from + 500, count))
                            .mapToObj(n -> user("user-" + n, attributes.apply(n)))
                            .toList());
        }
    }

    private static void createUsers(Pop800 pop800, List<UserRepresentation> users) {
        PartialImportRepresentation representation = new PartialImportRepresentation();
        representation.setIfResourceExists(PartialImportRepresentation.Policy.FAIL.name());
        representation.setUsers(users);
        try (Response response = pop800.realm().admin().partialImport(representation)) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
    }

    private static UserRepresentation user(String name, Map<String, List<String>> attributes) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEmail(name + "@example.org");
        user.setEnabled(true);
        user.setAttributes(attributes);
        return user;
    }

    private List<JsonNode> run(Pop800 pop800, String json) {
        return lines(post(pop800, 1, "application/json", bytes(json), administrator()));
    }

    private List<JsonNode> run(Pop800 pop800, byte[] csv) {
        return lines(post(pop800, 1, "text/csv", csv, administrator()));
    }

    private static List<JsonNode> lines(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        return body.lines().map(LegacyImportIT::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    private HttpResponse<byte[]> post(Pop800 pop800, int version, String contentType, byte[] body, String accessToken) {
        return post(pop800, Pop800.AGREEMENT, version, contentType, body, accessToken);
    }

    private HttpResponse<byte[]> post(
            Pop800 pop800, String key, int version, String contentType, byte[] body, String accessToken) {
        return AdminBytes.post(
                server,
                "/" + pop800.realm().name() + "/agreements/" + key + "/versions/" + version + "/decisions",
                contentType,
                body,
                accessToken);
    }

    private static String refusal(HttpResponse<byte[]> response, int status) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(body).contains("errorMessage").doesNotContain("Exception");
        return body;
    }

    private static void assertCounts(JsonNode report, long taken, long known, long wrong) {
        assertThat(report.get("taken").asLong()).as(report.toString()).isEqualTo(taken);
        assertThat(report.get("known").asLong()).as(report.toString()).isEqualTo(known);
        assertThat(report.get("wrongCount").asLong()).as(report.toString()).isEqualTo(wrong);
    }

    private long acceptances(Pop800 pop800) {
        return server.database()
                .count("select count(*) from agr_record where realm_id = ? and type = 'ACCEPTANCE'", pop800.id());
    }

    private long standings(Pop800 pop800) {
        return server.database().count("select count(*) from agr_standing where realm_id = ?", pop800.id());
    }

    private static List<AdminEventRepresentation> adminEvents(Pop800 pop800) {
        return pop800.realm().admin().getAdminEvents().stream()
                .filter(event -> event.getResourcePath() != null
                        && event.getResourcePath().endsWith("versions/1/decisions"))
                .toList();
    }

    private String administrator() {
        return AdminRest.administratorToken(server);
    }

    private static JsonNode last(List<JsonNode> lines) {
        return lines.get(lines.size() - 1);
    }

    private static long done(JsonNode line) {
        return line.get("done").asLong();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
