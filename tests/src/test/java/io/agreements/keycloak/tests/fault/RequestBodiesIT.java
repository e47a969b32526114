package io.agreements.keycloak.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.limit.Thoroughness;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever body somebody sends, of whatever type: the answer says what is wrong, and never that the server is. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestBodiesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PERSON = "person@example.org";

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "[{}]",
            "{}",
            "7",
            "\"text\"",
            "{",
            "PK\u0003\u0004",
            "%PDF",
            "user,acceptedAt",
            "pass=%ZZ",
            "{\"edits\": \"many\"}",
            "{\"edits\": []}",
            "{\"edits\": null}",
            "{\"key\": null, \"titles\": []}",
            "{\"audience\": 7}",
            "{\"surprise\": true}");

    private static final List<String> FEW_BODIES = List.of("", "{", "PK\u0003\u0004", "pass=%ZZ");

    /** The first is none at all. */
    private static final List<String> TYPES = Arrays.asList(
            null,
            "application/json",
            "application/json; charset=utf-8",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/octet-stream",
            "application/zip",
            "text/csv",
            "text/plain");

    private Pop800 pop800;
    private String administrator;
    private String person;

    @BeforeAll
    void createRealm(KeycloakServer server, WebBrowser browser) {
        pop800 = Pop800.create(server);
        pop800.newUser(PERSON);
        AdminApi.of(pop800)
                .post("/" + Pop800.AGREEMENT + "/versions", "{\"copyTextsOf\": 1}")
                .successful();
        administrator = AdminRest.administratorToken(server);
        var page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(PERSON, Pop800.PASSWORD).press("accept");
        person = signIn.awaitTokens().accessToken();
        new MyRest(pop800, person).post("/deletion");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /",
                "PUT /user-registration",
                "POST /user-registration/versions",
                "PUT /user-registration/versions/2",
                "POST /user-registration/versions/2/publish",
                "POST /user-registration/versions/1/retract",
                "PUT /user-registration/versions/2/texts/en",
                "POST /user-registration/versions/1/decisions",
                "POST /user-registration/versions/1/mailing",
                "POST /user-registration/versions/1/mailing/pause",
                "PUT /deletion-requests/{person}/hold",
                "POST /deletion-requests/nobody/execute",
                "POST /preview",
                "POST /import"
            })
    void administratorsAreToldWhatIsWrong(String endpoint) throws Exception {
        String address = pop800.realm().server().url() + "/admin/realms/"
                + pop800.realm().name() + "/agreements";
        expectNoFault(endpoint, address, administrator);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PUT /me/personalisation",
                "POST /me/reports",
                "POST /me/deletion",
                "POST /me/export",
                "POST /",
                "POST /console"
            })
    void soAreUsers(String endpoint) throws Exception {
        expectNoFault(endpoint, pop800.realm().url() + "/agreements", person);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /",
                "PUT /user-registration",
                "POST /user-registration/versions",
                "PUT /user-registration/versions/2",
                "POST /user-registration/versions/2/publish",
                "POST /user-registration/versions/1/retract",
                "PUT /user-registration/versions/2/texts/en",
                "POST /user-registration/versions/1/mailing",
                "PUT /deletion-requests/{person}/hold",
                "POST /preview"
            })
    void administratorsAreToldWhatToSend(String endpoint) throws Exception {
        String address = pop800.realm().server().url() + "/admin/realms/"
                + pop800.realm().name() + "/agreements";
        for (String type : TYPES) {
            for (String body : List.of("PK\u0003\u0004", "{}", "{")) {
                HttpResponse<String> response = send(endpoint, address, administrator, type, body);
                boolean json = type != null && type.startsWith("application/json");
                if (!json) {
                    assertThat(response.statusCode())
                            .as("%s %s", type, response.body())
                            .isEqualTo(415);
                    assertThat(JSON.readTree(response.body())
                                    .path("errorMessage")
                                    .asText())
                            .endsWith("Send JSON as application/json.");
                }
                assertThat(response.body()).doesNotContain("io.agreements", "java.", "jackson", "Exception");
            }
        }
        if (!endpoint.contains("/mailing")) {
            HttpResponse<String> nothing = send(endpoint, address, administrator, "application/json", "");
            assertThat(nothing.statusCode()).isEqualTo(400);
            assertThat(JSON.readTree(nothing.body()).path("errorMessage").asText())
                    .isEqualTo("The request has no body. Send JSON as application/json.");
        }
    }

    @Test
    void usersAreToldWhatToSend() throws Exception {
        HttpResponse<String> response =
                send("PUT /me/personalisation", pop800.realm().url() + "/agreements", person, "text/plain", "ACCEPTED");

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(JSON.readTree(response.body()).path("errorMessage").asText())
                .isEqualTo("text/plain is not taken here. Send JSON as application/json.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /records?user=%00",
                "GET /records?agreement=a%00b",
                "GET /records/%00",
                "GET /users/%00",
                "GET /user-registration/users?status=ACCEPTED%00",
                "GET /user-registration/changes?from=1&to=2&locale=zh-hans",
                "PUT /deletion-requests/%00/hold",
                "GET /%00"
            })
    void anAddressWithCharactersThatAreInNoNameIsRefused(String endpoint) throws Exception {
        String[] methodAndPath = endpoint.split(" ");
        String address = pop800.realm().server().url() + "/admin/realms/"
                + pop800.realm().name() + "/agreements" + methodAndPath[1];
        HttpResponse<String> response = BoundedHttp.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + administrator)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/json")
                        .method(methodAndPath[0], publisher(methodAndPath[0].equals("PUT") ? "{}" : "")),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"decision\": 0, SHOWN}",
                "{\"decision\": \"0\", SHOWN}",
                "{\"decision\": \"accepted\", SHOWN}",
                "{\"decision\": \"ACCEPTED\", \"withdrawn\": true, SHOWN}",
                "{\"decision\": \"DECLINED\", \"decision\": \"ACCEPTED\", SHOWN}",
                "{\"decision\": \"ACCEPTED\", SHOWN, \"decision\": \"DECLINED\"}",
                "{\"decision\": \"ACCEPTED\", SHOWN} {\"decision\": \"DECLINED\"}",
                "{\"decision\": \"ACCEPTED\", \"version\": 1.9, LOCALE}",
                "{\"decision\": \"ACCEPTED\", \"version\": \"1\", LOCALE}"
            })
    void aDecisionIsItsNameOfTheVersionShownAndNothingElse(String body) throws IOException {
        MyRest rest = new MyRest(pop800, person);
        String id = pop800.realm().user(PERSON).toRepresentation().getId();
        String locale = "\"locale\": \"en\", \"digest\": \"" + digest("personalisation") + "\"";
        String shown = "\"version\": 1, " + locale;
        String before = "{\"decision\": \"DECLINED\", " + shown + "}";
        assertThat(rest.put("/personalisation", before).status()).isEqualTo(200);
        int records = pop800.records(id, "personalisation").size();

        var answer = rest.put("/personalisation", body.replace("SHOWN", shown).replace("LOCALE", locale));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(pop800.records(id, "personalisation")).hasSize(records);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT /user-registration | {\"edits\": \"many\"} | edits must be a whole number.",
                "PUT /user-registration/versions/2 | {\"surprise\": 1} | There is no field surprise.",
                "POST /user-registration/versions/2/publish | [] | The body must be a JSON object.",
                "POST /holds | {\"until\": \"2027\"} | until must be a whole number.",
                "POST /log/resume | {\"newOrigin\": \"yes\"} | newOrigin must be true or false.",
                "POST / | {} {} | There is something behind the JSON object."
            })
    void aFieldThatDoesNotFitIsNamed(String endpoint, String body, String words) throws IOException {
        String address = pop800.realm().server().url() + "/admin/realms/"
                + pop800.realm().name() + "/agreements";
        HttpResponse<String> response = send(endpoint, address, administrator, "application/json", body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).path("errorMessage").asText()).isEqualTo(words);
    }

    @Test
    void soIsOneOfAUser() {
        assertThat(new MyRest(pop800, person)
                        .put("/personalisation", "{\"decision\": \"accepted\"}")
                        .json()
                        .path("errorMessage")
                        .asText())
                .isEqualTo("decision must be one of ACCEPTED, ACKNOWLEDGED, DECLINED, WITHDRAWN.");
    }

    private String digest(String agreement) throws IOException {
        HttpResponse<String> text = BoundedHttp.send(
                HttpRequest.newBuilder(
                                URI.create(pop800.realm().url() + "/agreements/" + agreement + "/versions/1?locale=en"))
                        .header("Accept", "application/json"),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(text.body()).findValue("digest").asText();
    }

    private void expectNoFault(String endpoint, String base, String accessToken) throws Exception {
        SoftAssertions all = new SoftAssertions();
        for (String type : TYPES) {
            for (String body : bodies(type)) {
                HttpResponse<String> response = send(endpoint, base, accessToken, type, body);
                all.assertThat(isClear(response))
                        .as("%s with '%s' as %s: %s %s", endpoint, body, type, response.statusCode(), response.body())
                        .isTrue();
            }
        }
        all.assertAll();
    }

    /** All as JSON; as anything else, which is mostly refused unread, some. */
    private static List<String> bodies(String type) {
        return Thoroughness.isThorough() || "application/json".equals(type) ? BODIES : FEW_BODIES;
    }

    private HttpResponse<String> send(String endpoint, String base, String accessToken, String type, String body) {
        String[] methodAndPath = endpoint.split(" ");
        String userId = pop800.realm().user(PERSON).toRepresentation().getId();
        String path = methodAndPath[1].equals("/") ? "" : methodAndPath[1].replace("{person}", userId);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + accessToken)
                .header("Accept", "application/json")
                .method(methodAndPath[0], publisher(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.BodyPublisher publisher(String body) {
        return body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
    }

    /** Keycloak itself refuses what it cannot read as the type expected, with a field named {@code error}. */
    private static boolean isClear(HttpResponse<String> response) throws IOException {
        if (response.statusCode() < 400) {
            return true;
        }
        JsonNode problem = JSON.readTree(response.body());
        return response.statusCode() < 500
                && !problem.path("errorMessage")
                        .asText(problem.path("error").asText())
                        .isBlank();
    }
}
