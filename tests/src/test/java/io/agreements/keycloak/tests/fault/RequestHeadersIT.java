package io.agreements.keycloak.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Headers that are wrong: they are passed over, or refused as the caller's fault, and never fail the server. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestHeadersIT {

    private static final List<String> PUBLIC = List.of(
            "",
            "/" + Pop800.AGREEMENT,
            "/" + Pop800.AGREEMENT + "/versions/1",
            "/nothing-there",
            "/log/checkpoint",
            "/" + Pop800.AGREEMENT + "/changes",
            "/log/keys",
            "/log/policy",
            "/log/time-stamp",
            "/log/tile/0/000");

    /** A type of a body that cannot be read is not among them: Keycloak itself fails over it, whatever the address. */
    private static final Map<String, List<String>> WRONG = Map.ofEntries(
            Map.entry(
                    "Accept-Language",
                    List.of(
                            "x-y;q=9",
                            ";q",
                            "zh;q=",
                            "en;q=-1",
                            "*;*",
                            "en;q=1;q=2",
                            "zh_Hans",
                            "a".repeat(3000),
                            ",,,",
                            "é")),
            Map.entry("Accept", List.of("/", "text/", "text/html;q=9", ";", "*/html", "text/html;=", "é", ",,")),
            Map.entry("If-None-Match", List.of("\"", "W/", "W/\"", "x", "\"a\",", "\"a\" \"b\"", "é", "*,\"a\"")),
            Map.entry("If-Match", List.of("\"another\"", "\"", "x", "W/\"")),
            Map.entry("If-Modified-Since", List.of("yesterday", "0", "é")),
            Map.entry("If-Unmodified-Since", List.of("yesterday", "-1")),
            Map.entry("Range", List.of("bytes=9-1", "bytes=", "lines=1-2", "bytes=0-99999999999999999999")),
            Map.entry("Origin", List.of("null", "://", "http://[", "é", "http://a b", "javascript:x")),
            Map.entry(
                    "Cookie",
                    List.of("=", ";;;", "a", "KEYCLOAK_LOCALE=\"", "KEYCLOAK_LOCALE=x_y_z_;q", "$Version=9; a=b")),
            Map.entry("X-Forwarded-For", List.of("é", ",,,", "::::::::")),
            Map.entry("Forwarded", List.of("for=\"", ";;")),
            Map.entry("Accept-Encoding", List.of(";q=9", "gzip;q=x")),
            Map.entry("Accept-Charset", List.of(";", "utf-9")),
            Map.entry("Authorization", List.of("Bearer", "Bearer é", "Basic x", "Bearer a.b.c")));

    private Pop800 pop800;
    private String token;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        pop800.askForNothing();
        pop800.newUser("person@example.org");
        token = pop800.client().password("person@example.org", Pop800.PASSWORD).accessToken();
    }

    @Test
    void nothingPublicFailsOverAHeader() {
        List<String> failed = new ArrayList<>();
        for (String accept : List.of("text/html", "application/json")) {
            for (String path : PUBLIC) {
                WRONG.forEach((name, values) -> values.forEach(value -> {
                    HttpResponse<String> response = name.equals("Accept")
                            ? PublicRest.of(pop800).get(path, name, value)
                            : PublicRest.of(pop800).get(path, "Accept", accept, name, value);
                    note(failed, response.statusCode(), path + " as " + accept, name, value);
                }));
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void nothingOfAUserFailsOverAHeader() {
        List<String> failed = new ArrayList<>();
        for (String path : List.of("", "/access", "/records", "/grants")) {
            WRONG.forEach((name, values) -> values.forEach(value -> note(
                    failed,
                    new MyRest(pop800, token)
                            .send("GET", path, null, Map.of(name, value))
                            .status(),
                    "me" + path,
                    name,
                    value)));
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void nothingOfAnAdministratorFailsOverAHeader() {
        List<String> failed = new ArrayList<>();
        for (String path : List.of("", "/" + Pop800.AGREEMENT, "/records", "/log", "/holds")) {
            WRONG.forEach((name, values) -> values.stream()
                    .filter(value -> !name.equals("Authorization"))
                    .forEach(value -> note(
                            failed,
                            AdminRest.get(
                                            pop800.realm().server(),
                                            "/" + pop800.realm().name() + "/agreements" + path,
                                            name,
                                            value)
                                    .statusCode(),
                            "admin" + path,
                            name,
                            value)));
        }
        assertThat(failed).isEmpty();
    }

    private static void note(List<String> failed, int status, String what, String name, String value) {
        if (status >= 500) {
            failed.add(status + " " + what + " with " + name + ": " + (value.length() > 40 ? "…" : value));
        }
    }
}
