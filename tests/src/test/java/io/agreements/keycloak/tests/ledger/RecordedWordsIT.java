package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.Visitor;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.page.RegistrationForm;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a record names by its digest: all that a page showed around the texts, and what gave the decision its meaning. */
@WithKeycloak
@OnEveryDatabase
final class RecordedWordsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGREEMENT = Pop800.AGREEMENT;

    /** All words of the product's part of a page but the texts themselves, bit by bit, and what stands on its buttons. */
    private static final String SHOWN = """
            () => {
              const words = [];
              for (const own of document.querySelectorAll(".agr-own")) {
                const walker = document.createTreeWalker(own, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                  const place = node.parentElement;
                  const isText = place.closest(".agr-text") && !place.closest(".agr-contents");
                  if (!isText && !place.closest(".agr-again, .agr-contact, [aria-hidden=true]")) {
                    words.push(...node.data.split("\\n"));
                  }
                }
              }
              const register = document.querySelector("#kc-form-buttons [type=submit], button#kc-register");
              if (register) {
                words.push(register.value || register.innerText);
              }
              return words.map((word) => word.trim()).filter((word) => word);
            }
            """;

    private KeycloakServer server;
    private Pop800 pop800;

    /** What the acceptance page showed last. */
    private List<String> shown;

    @BeforeEach
    void createRealm(KeycloakServer running) {
        server = running;
        pop800 = Pop800.create(server);
    }

    @Test
    void allThatTheRegistrationFormShowsAroundTheTextsIsKept(WebBrowser browser) throws IOException {
        for (VisitorProfile profile : List.of(VisitorProfile.chinese(), VisitorProfile.english())) {
            Visitor visitor = browser.visit(profile);
            SignIn registration = pop800.client().registration().open(visitor.page());
            List<String> around = shown(visitor);
            String email = profile.locale() + "-reader@example.org";
            new RegistrationForm(visitor.page()).fill(email).tick(AGREEMENT).submit();
            registration.awaitTokens();

            JsonNode wording = wording(record(email, AGREEMENT));
            assertThat(wording.path("page").asText()).isEqualTo("REGISTRATION");
            assertThat(wording.path("product").asText()).matches("\\d+\\.\\d+.*");
            for (String part : List.of("commons", "check", "sheet", "fields")) {
                assertThat(wording.path("templates")
                                .path("agreements-" + part + ".ftl")
                                .asText())
                        .as(part)
                        .hasSize(64);
            }
            assertKept(wording, around);
            assertThat(record(email, "news-by-mail"))
                    .containsEntry("wording_digest", record(email, AGREEMENT).get("wording_digest"));
        }
    }

    @Test
    void allThatTheAcceptancePageShowsIsKeptAlsoWhatChanged(WebBrowser browser) throws IOException {
        String email = "person@example.org";
        pop800.newUser(email);
        Visitor visitor = browser.visit(VisitorProfile.chinese());
        accept(visitor, email);
        assertKept(wording(record(email, AGREEMENT)), shown);
        pop800.edits().dropSecondVersion();
        Importer.run(pop800);

        accept(browser.visit(VisitorProfile.chinese()), email);

        List<Map<String, Object>> records = pop800.records(userId(email), AGREEMENT);
        JsonNode changed = wording(records.get(1));
        assertThat(changed.at("/required/0/change/from").asInt()).isEqualTo(1);
        assertThat(changed.at("/required/0/change/articles")).isNotEmpty();
        assertKept(changed, shown);
        assertThat(records.get(0).get("wording_digest"))
                .isNotEqualTo(records.get(1).get("wording_digest"));
    }

    @Test
    void thereIsOneRowHoweverManySeeThePage(WebBrowser browser) {
        pop800.newUser("first@example.org");
        pop800.newUser("second@example.org");
        accept(browser.visit(VisitorProfile.chinese()), "first@example.org");
        accept(browser.visit(VisitorProfile.chinese()), "second@example.org");

        Object digest = record("first@example.org", AGREEMENT).get("wording_digest");
        assertThat(record("second@example.org", AGREEMENT)).containsEntry("wording_digest", digest);
        assertThat(server.database().query("select digest from agr_wording").stream()
                        .filter(row -> row.get("digest").equals(digest)))
                .hasSize(1);
    }

    @Test
    void theSettingsOfADecisionAreThoseOfItsMoment(WebBrowser browser) throws IOException {
        pop800.newUser("early@example.org");
        pop800.newUser("late@example.org");
        accept(browser.visit(VisitorProfile.chinese()), "early@example.org");
        pop800.edits().settings(AGREEMENT, yaml -> yaml + "reacceptAfterDays: 400\n");
        Importer.run(pop800);
        accept(browser.visit(VisitorProfile.chinese()), "late@example.org");

        JsonNode early = settings(record("early@example.org", AGREEMENT));
        JsonNode late = settings(record("late@example.org", AGREEMENT));
        assertThat(early.path("agreement").asText()).isEqualTo(AGREEMENT);
        assertThat(early.path("requirement").asText()).isEqualTo("REQUIRED");
        assertThat(early.path("version").asInt()).isEqualTo(1);
        assertThat(early.path("material").asBoolean()).isTrue();
        assertThat(early.has("enforcedAt")).isTrue();
        assertThat(early.has("reacceptAfterDays")).isFalse();
        assertThat(late.path("reacceptAfterDays").asInt()).isEqualTo(400);
    }

    @Test
    void whatIsNotKeptIsNotFoundAndNobodyReadsWithoutTheRole() {
        assertThat(AdminApi.of(pop800).get("/wordings/" + "0".repeat(64)).errorMessage())
                .contains("There is no wording");
        assertThat(AdminApi.of(pop800).get("/settings/no-digest").errorMessage())
                .contains("There are no settings");
        assertThat(AdminApi.ofAdministratorWith(pop800, "view-realm")
                        .get("/wordings/" + "0".repeat(64))
                        .status())
                .isEqualTo(403);
    }

    private void accept(Visitor visitor, String email) {
        SignIn signIn = pop800.client().authorization().open(visitor.page());
        SignInPages pages = new SignInPages(visitor.page()).submitPassword(email, Pop800.PASSWORD);
        pages.acceptance().waitFor();
        shown = shown(visitor);
        pages.press("accept");
        signIn.awaitCallback().code();
    }

    @SuppressWarnings("unchecked")
    private static List<String> shown(Visitor visitor) {
        return (List<String>) visitor.page().evaluate(SHOWN);
    }

    private static void assertKept(JsonNode wording, List<String> shown) {
        List<String> kept = new ArrayList<>();
        collect(wording, kept);
        assertThat(shown)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        word -> assertThat(leftOf(plain(word), kept)).as(word).isBlank());
    }

    /** What no kept words have, or what is put into them. */
    private static String leftOf(String word, List<String> kept) {
        String left = word;
        for (String words : kept) {
            if (plain(words).contains(word)) {
                return "";
            }
            for (String part : plain(words).split("\\{\\d}")) {
                left = part.isBlank() ? left : left.replace(part, "");
            }
        }
        return left;
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static void collect(JsonNode node, List<String> words) {
        if (node.isValueNode()) {
            words.add(node.asText());
        }
        node.forEach(child -> collect(child, words));
    }

    private JsonNode wording(Map<String, Object> row) throws IOException {
        return kept("wordings", (String) row.get("wording_digest"));
    }

    private JsonNode settings(Map<String, Object> row) throws IOException {
        return kept("settings", (String) row.get("settings_digest"));
    }

    private JsonNode kept(String what, String digest) throws IOException {
        HttpResponse<byte[]> answer = AdminBytes.get(
                server,
                "/" + pop800.realm().name() + "/agreements/" + what + "/" + digest,
                AdminRest.administratorToken(server));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(sha256(answer.body())).isEqualTo(digest);
        return JSON.readTree(answer.body());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> record(String email, String agreement) {
        return pop800.records(userId(email), agreement).get(0);
    }

    private String userId(String email) {
        return pop800.realm().user(email).toRepresentation().getId();
    }
}
