package io.agreements.keycloak.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fault.ApiOperations.Body;
import io.agreements.keycloak.tests.fault.ApiOperations.Operation;
import io.agreements.keycloak.tests.fault.ApiOperations.Parameter;
import io.agreements.keycloak.tests.fault.RandomRequests.Request;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keycloak.representations.idm.RealmRepresentation;

/** Tens of thousands of requests to everything there is to ask, by everybody who may come: none is a fault, and none hangs. */
@Tag("long")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RestFuzzIT {

    private static final String PERSON = "person@example.org";
    private static final int REQUESTS = 30_000;
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration ENOUGH = Duration.ofMinutes(6);
    private static final int MOST_FAULTS = 25;

    private static final Pattern NO_FORM = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** What the description leaves out, because it is for browsers. */
    private static final List<Operation> PUBLIC = List.of(
            open("GET", "", "kc_locale"),
            open("GET", "/{key}", "kc_locale"),
            open("GET", "/{key}/versions/{number}", "kc_locale"),
            open("GET", "/{key}/changes", "from", "to", "kc_locale"),
            open("GET", "/console"),
            open("GET", "/export"),
            new Operation(
                    "POST",
                    "/realms/{realm}/agreements/export",
                    List.of(),
                    List.of(new Body("application/x-www-form-urlencoded", MissingNode.getInstance()))));

    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private KeycloakServer server;
    private Pop800 pop800;
    private String person;
    private Map<String, List<String>> known;

    @BeforeAll
    void createRealm(KeycloakServer running, WebBrowser browser) {
        server = running;
        pop800 = Pop800.create(server);
        RealmRepresentation longer = new RealmRepresentation();
        longer.setAccessTokenLifespan((int) Duration.ofHours(1).toSeconds());
        pop800.realm().admin().update(longer);
        String userId = pop800.newUser(PERSON).toRepresentation().getId();
        AdminApi.of(pop800)
                .post("/" + Pop800.AGREEMENT + "/versions", "{\"copyTextsOf\": 1}")
                .successful();
        var page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(PERSON, Pop800.PASSWORD).press("accept");
        person = signIn.awaitTokens().accessToken();
        List<String> records = new ArrayList<>();
        new MyRest(pop800, person)
                .get("/records")
                .json()
                .forEach(one -> records.add(one.path("id").asText()));
        known = Map.ofEntries(
                Map.entry("key", List.of(Pop800.AGREEMENT, "personalisation", "terms")),
                Map.entry("agreement", List.of(Pop800.AGREEMENT)),
                Map.entry("number", List.of("1", "2", "3")),
                Map.entry("version", List.of("1", "2")),
                Map.entry("from", List.of("1")),
                Map.entry("to", List.of("2")),
                Map.entry("edits", List.of("0", "1", "2")),
                Map.entry("copyTextsOf", List.of("1")),
                Map.entry("locale", List.of("zh-Hans", "en", "de")),
                Map.entry("kc_locale", List.of("zh-CN", "en")),
                Map.entry("bindingLocale", List.of("zh-Hans", "en")),
                Map.entry("userId", List.of(userId)),
                Map.entry("user", List.of(userId, PERSON)),
                Map.entry("id", records),
                Map.entry("type", List.of("ACCEPTANCE", "DELETION", "CLIENTS", "ROLE")),
                Map.entry("content", List.of("## 1 A\n\nText", "![![", "> ".repeat(200))),
                Map.entry("text/csv", List.of("user,acceptedAt\n" + PERSON + ",2024-01-31\n")),
                Map.entry("application/x-www-form-urlencoded", List.of("pass=", "pass=a.b.c", "pass=%00", "x=y")),
                Map.entry("application/zip", List.of("PK\u0005\u0006" + "\u0000".repeat(18))));
    }

    @Test
    void noRequestIsAFaultAndNoneHangs() {
        long seed = Long.getLong("fuzz.seed", 20_261_129L);
        ApiOperations described = ApiOperations.documented();
        List<Operation> operations =
                Stream.concat(described.all().stream(), PUBLIC.stream()).toList();
        RandomRequests requests = new RandomRequests(described, known, seed);
        long start = System.nanoTime();
        int sent = 0;
        while (sent < REQUESTS && System.nanoTime() - start < ENOUGH.toNanos() && faults.size() < MOST_FAULTS) {
            Operation operation = operations.get(sent % operations.size());
            send(
                    operation,
                    requests.next(operation, pop800.realm().name()),
                    Caller.of(operation, sent / operations.size()));
            sent++;
        }
        System.out.printf("%d requests to %d operations, seed %d: %s%n", sent, operations.size(), seed, statuses);
        assertThat(faults.values()).as("seed %d", seed).isEmpty();
        assertThat(statuses.keySet()).contains("administrator 200", "user 200", "nobody 200", "nobody 401");
    }

    private void send(Operation operation, Request request, Caller caller) {
        Answer answer = answer(request, caller);
        statuses.merge(caller.name().toLowerCase(Locale.ROOT) + " " + answer.status(), 1, Integer::sum);
        if (answer.isFault() && isKeycloaksOwn(operation, request)) {
            statuses.merge("Keycloak's own fault", 1, Integer::sum);
        } else if (answer.isFault()) {
            faults.putIfAbsent(operation + " " + answer.status(), answer.status() + ": " + request);
        }
        if (answer.took().compareTo(LONGEST) > 0) {
            // The machine may have been busy with something else; what hangs, hangs again.
            Answer again = answer(request, caller);
            if (again.took().compareTo(LONGEST) > 0) {
                faults.putIfAbsent(operation + " slow", answer.took() + ", then " + again.took() + ": " + request);
            }
        }
    }

    /**
     * What Keycloak reads before it calls anybody it answers with 500 itself, at its own endpoints too: JSON that breaks off
     * within a character of UTF-32, and a form that is none where one is taken.
     */
    private static boolean isKeycloaksOwn(Operation operation, Request request) {
        String type = request.type() == null ? "" : request.type();
        String content = new String(request.content(), StandardCharsets.ISO_8859_1);
        return type.startsWith("application/json") && content.length() % 4 != 0 && content.contains("\0\0\0")
                || operation.path().endsWith("/agreements/export")
                        && (type.startsWith("multipart/")
                                || type.equals("application/x-www-form-urlencoded")
                                        && NO_FORM.matcher(content).find());
    }

    private Answer answer(Request request, Caller caller) {
        HttpRequest.Builder built = HttpRequest.newBuilder(URI.create(server.url() + request.path()))
                .header("Accept", request.accept())
                .header("Accept-Language", request.language())
                .method(request.method(), BodyPublishers.ofByteArray(request.content()));
        if (request.type() != null) {
            built.header("Content-Type", request.type());
        }
        switch (caller) {
            case ADMINISTRATOR -> built.header("Authorization", "Bearer " + AdminRest.administratorToken(server));
            case USER -> built.header("Authorization", "Bearer " + person);
            case NOBODY -> {}
        }
        long start = System.nanoTime();
        HttpResponse<String> response = BoundedHttp.send(built, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), Duration.ofNanos(System.nanoTime() - start));
    }

    private static Operation open(String method, String path, String... query) {
        return new Operation(
                method,
                "/realms/{realm}/agreements" + path,
                Stream.of(query)
                        .map(name -> new Parameter(name, MissingNode.getInstance()))
                        .toList(),
                List.of());
    }

    private record Answer(int status, String body, Duration took) {

        /** An import has begun to answer when something goes wrong, and says so in its last line. */
        boolean isFault() {
            return status >= 500 || body.contains("The server's log says why.");
        }
    }

    /** Who asks: mostly whom the operation is for. */
    private enum Caller {
        ADMINISTRATOR,
        USER,
        NOBODY;

        private static final int TURNS = 8;

        static Caller of(Operation operation, int round) {
            return switch (round % TURNS) {
                case TURNS - 1 -> NOBODY;
                case TURNS - 2 -> operation.path().startsWith("/admin/") ? USER : ADMINISTRATOR;
                default -> meant(operation);
            };
        }

        private static Caller meant(Operation operation) {
            if (operation.path().startsWith("/admin/")) {
                return ADMINISTRATOR;
            }
            return operation.path().contains("/me") ? USER : NOBODY;
        }
    }
}
