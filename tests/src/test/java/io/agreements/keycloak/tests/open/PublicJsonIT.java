package io.agreements.keycloak.tests.open;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs read what people read. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PublicJsonIT {

    private static final String VERSION_1 = "/user-registration/versions/1";
    private static final String CHANGES = "/user-registration/changes";

    private Pop800 pop800;
    private PublicRest agreements;

    @BeforeAll
    void createRealmWithTwoVersionsAndADraft(KeycloakServer server) {
        pop800 = Pop800.create(server, files -> {
            files.dropSecondVersion();
            files.text(3, "zh-Hans", "## 第一条 草稿\n\n还没有发布。\n")
                    .settings(
                            Pop800.AGREEMENT,
                            yaml -> yaml + "  3:\n    draft: true\n    label: secret-label\n"
                                    + "    summaries:\n      zh-Hans: 草稿摘要。\n");
        });
        agreements = PublicRest.of(pop800);
    }

    @Test
    void theListHasEveryPublishedVersionAndWhomToAsk() {
        HttpResponse<String> response = agreements.getJson("");
        JsonNode list = PublicRest.json(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(list.path("contact").asText()).isEqualTo("service@pop800.example");
        assertThat(list.path("feedback").asText()).isEqualTo("feedback@pop800.example");
        assertThat(list.path("agreements").findValuesAsText("key"))
                .containsExactly("user-registration", "personalisation", "news-by-mail");
        JsonNode first = list.path("agreements").path(0);
        assertThat(first.path("requirement").asText()).isEqualTo("REQUIRED");
        assertThat(first.path("bindingLocale").asText()).isEqualTo("zh-Hans");
        assertThat(first.path("versions").findValuesAsText("number")).containsExactly("1", "2");
        assertThat(first.path("versions").findValuesAsText("state")).containsExactly("SUPERSEDED", "IN_FORCE");
        assertThat(first.path("versions").path(0).path("effectiveAt").asLong()).isEqualTo(1_793_462_400_000L);
        assertThat(response.body()).doesNotContain("\"content\"", "\"html\"");
    }

    @Test
    void theVersionInForceComesWithItsTexts() {
        JsonNode agreement = PublicRest.json(agreements.getJson("/user-registration"));

        assertThat(agreement.path("inForce").path("number").asInt()).isEqualTo(2);
        assertThat(agreement.path("inForce").path("texts").findValuesAsText("content"))
                .hasSize(2)
                .anySatisfy(content -> assertThat(content).contains("第十二条"));
        assertThat(agreement.path("versions")).hasSize(2);
    }

    @Test
    void aPermalinkGivesTheTextToTheByte() throws NoSuchAlgorithmException {
        HttpResponse<String> response = agreements.getJson(VERSION_1);
        JsonNode answer = PublicRest.json(response);

        assertThat(answer.path("key").asText()).isEqualTo(Pop800.AGREEMENT);
        assertThat(answer.path("version").path("state").asText()).isEqualTo("SUPERSEDED");
        for (JsonNode text : answer.path("version").path("texts")) {
            byte[] content = text.path("content").asText().getBytes(StandardCharsets.UTF_8);
            assertThat(text.path("digest").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        }
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("max-age=300");
    }

    @Test
    void aTextComesAsPagesShowItWithNamesOfPlacesThatFitBesideOtherTexts() {
        JsonNode texts = PublicRest.json(agreements.getJson(VERSION_1)).at("/version/texts");
        String page = agreements
                .get(VERSION_1, "Accept", "text/html", "Accept-Language", "en")
                .body();

        assertThat(texts).hasSize(2);
        assertThat(texts.findValuesAsText("html"))
                .allSatisfy(html -> assertThat(html).startsWith("<p>").contains("<h2"))
                .anySatisfy(html -> assertThat(page).contains(html.strip().replace("user-registration:", "")));
        assertThat(texts)
                .allSatisfy(text -> assertThat(text.path("attention").findValuesAsText("anchor"))
                        .hasSize(4)
                        .allSatisfy(anchor -> assertThat(text.path("html").asText())
                                .contains("id=\"" + anchor + "\"", "id=\"user-registration:")));
    }

    @Test
    void changesAreStructuredByArticle() {
        JsonNode changes = PublicRest.json(agreements.getJson(CHANGES + "?from=1&to=2"));

        assertThat(changes.path("locale").asText()).isEqualTo("en");
        assertThat(changes.path("from").asInt()).isEqualTo(1);
        assertThat(changes.path("to").asInt()).isEqualTo(2);
        assertThat(changes.path("summaries").path(0).path("summary").asText())
                .isEqualTo("The notice period is now fixed.");
        assertThat(changes.path("preamble").path("kind").asText()).isEqualTo("UNTOUCHED");
        assertThat(changes.path("articles")).hasSize(12);
        JsonNode ninth = changes.path("articles").path(8);
        assertThat(ninth.path("kind").asText()).isEqualTo("CHANGED");
        assertThat(ninth.path("paragraphs")
                        .path(0)
                        .path("passages")
                        .path(0)
                        .path("kind")
                        .asText())
                .isEqualTo("ADDED");
        assertThat(ninth.path("paragraphs")
                        .path(0)
                        .path("passages")
                        .path(0)
                        .path("words")
                        .asText())
                .isEqualTo("Changes are announced thirty days before.");
        assertThat(changes.path("articles").path(11).path("kind").asText()).isEqualTo("ADDED");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/user-registration/versions/3, 404",
        "/user-registration/versions/x, 404",
        "/nothing/changes, 404",
        "/news-by-mail/changes, 404",
        "/user-registration/changes?from=1&to=3, 404",
        "/user-registration/changes?from=2&to=2, 400",
        "/user-registration/changes?from=2&to=1, 400",
        "/user-registration/changes?from=%3Cb%3E&to=2, 400"
    })
    void whatIsNotThereGivesAnErrorAsKeycloakGivesThem(String path, int status) {
        HttpResponse<String> response = agreements.getJson(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(PublicRest.json(response).path("errorMessage").asText())
                .isNotBlank()
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/user-registration", CHANGES, VERSION_1, "/user-registration/versions/2"})
    void aDraftIsNowhere(String path) {
        for (String accept : new String[] {"application/json", "text/html"}) {
            assertThat(agreements
                            .get(path, "Accept", accept, "Accept-Language", "zh-CN")
                            .body())
                    .doesNotContain("草稿", "secret-label", "还没有发布", "versions/3");
        }
    }

    @Test
    void aBrowserAndWhoeverTakesAnythingGetAPage() {
        for (String accept : new String[] {
            "*/*",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "text/html;q=0.9,application/json;q=0.1"
        }) {
            HttpResponse<String> response = agreements.get("", "Accept", accept);
            assertThat(response.statusCode()).as(accept).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).as(accept).hasValue("text/html;charset=utf-8");
        }
        assertThat(agreements.get("").headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(agreements
                        .get("", "Accept", "text/html;q=0.1,application/json")
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("application/json;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "text/"})
    void whoeverTakesWhatCannotBeReadIsToldSo(String accept) {
        HttpResponse<String> response = agreements.get("", "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The header Accept cannot be read.");
    }

    @Test
    void aTextIsGivenAsTheFileItsDigestIsOf() throws Exception {
        byte[] stored = Files.readAllBytes(pop800.files().resolve("user-registration/1/zh-Hans.md"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored));
        HttpResponse<byte[]> file = agreements.getBytes(VERSION_1 + "/zh-Hans.md");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(stored);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"user-registration-1-zh-Hans.md\"");
        assertThat(file.headers().firstValue("ETag")).hasValue('"' + digest + '"');
        assertThat(agreements
                        .get(VERSION_1 + "/zh-Hans.md", "If-None-Match", '"' + digest + '"')
                        .statusCode())
                .isEqualTo(304);
        assertThat(agreements.get(VERSION_1, "Accept", "text/html").body())
                .contains("/user-registration/versions/1/zh-Hans.md\"", digest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1/fr.md", "1/zh-hans.md", "1/zh-Hans", "1/zh-Hans.txt", "1/..%2F2.md", "3/zh-Hans.md", "9/en.md"
            })
    void noFileIsGivenOfWhatIsNotThereOrNotPublished(String path) {
        HttpResponse<String> answer = agreements.get("/user-registration/versions/" + path, "Accept", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("草稿", "还没有发布");
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html",
        "/user-registration, text/html",
        "/user-registration/versions/1, text/html",
        "/user-registration/changes, text/html",
        "'', application/json",
        "/user-registration/versions/1, application/json",
        "/user-registration/changes, application/json"
    })
    void whatHasNotChangedIsNotSentAgain(String path, String accept) {
        HttpResponse<String> first = agreements.get(path, "Accept", accept, "Accept-Language", "en");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again =
                agreements.get(path, "Accept", accept, "Accept-Language", "en", "If-None-Match", tag);
        // A proxy that packs what it passes on makes the tag a weak one.
        assertThat(agreements
                        .get(path, "Accept", accept, "Accept-Language", "en", "If-None-Match", "\"other\", W/" + tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(again.headers().firstValue("Cache-Control")).isPresent();
        assertThat(String.join(",", again.headers().allValues("Vary"))).contains("Accept", "Accept-Language", "Cookie");
        assertThat(agreements
                        .get(path, "Accept", accept, "Accept-Language", "en", "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        if (accept.equals("text/html")) {
            assertThat(agreements
                            .get(path, "Accept", accept, "Accept-Language", "zh-CN", "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aNewVersionIsSeenAtOnce(KeycloakServer server) {
        Pop800 changing = Pop800.create(server);
        PublicRest pages = PublicRest.of(changing);
        HttpResponse<String> before = pages.getJson("/user-registration");
        assertThat(before.headers().firstValue("Cache-Control")).hasValue("no-cache");
        changing.edits().dropSecondVersion();
        Importer.run(changing);

        HttpResponse<String> after = pages.get(
                "/user-registration",
                "Accept",
                "application/json",
                "If-None-Match",
                before.headers().firstValue("ETag").orElseThrow());
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(PublicRest.json(after).path("inForce").path("number").asInt())
                .isEqualTo(2);
    }

    @Test
    void pagesOfAnyOriginMayReadTheJson() {
        HttpResponse<String> response =
                agreements.get("", "Accept", "application/json", "Origin", "https://elsewhere.example");

        assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValueSatisfying(origin -> assertThat(origin).isIn("*", "https://elsewhere.example"));
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .hasValue("false");
        assertThat(String.join(",", response.headers().allValues("Vary"))).contains("Origin");
    }

    @Test
    void whatComesFromOutsideIsEncoded() {
        String script = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
        for (String path : new String[] {
            "/" + script.replace("/", "%2F"),
            "/user-registration/versions/" + script.replace("/", "%2F"),
            CHANGES + "?from=" + script + "&to=" + script,
            CHANGES + "?from=1&to=2&kc_locale=" + script,
            "?kc_locale=" + script,
            "/%7Bkey%7D",
            CHANGES + "?from=%7Bfrom%7D&to=%25",
            CHANGES + "?from=1&from=2&to=2"
        }) {
            for (String accept : new String[] {"text/html", "application/json"}) {
                HttpResponse<String> response = agreements.get(path, "Accept", accept);
                assertThat(response.statusCode()).as(path).isLessThan(500);
                assertThat(response.body()).as(path).doesNotContain("<script>alert", "\"><script>");
                assertThat(response.headers().allValues("Set-Cookie"))
                        .as(path)
                        .noneMatch(cookie -> cookie.contains("script"));
            }
        }
    }
}
