package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agreements.keycloak.testing.MainFlow;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import io.agreements.keycloak.tests.fixture.rest.AdminApi.Reply;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.AdminEventRepresentation;

/** Administrators write, publish and retract agreements through REST. */
@OnEveryDatabase
@MainFlow
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdminAgreementsIT {

    private static final String TERMS = """
        {"key": "house-rules", "requirement": "REQUIRED", "bindingLocale": "zh-Hans", "position": 40}
        """;
    private static final String ZH = "# 社区守则\n\n## 一、礼貌\n\n请彼此尊重。\n";
    private static final String EN = "# House rules\n\n## 1. Courtesy\n\nBe kind to one another.\n";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Pop800 pop800;
    private AdminApi admin;
    private JsonNode untouched;

    /** Many tests change nothing: the next one uses their realm. */
    @BeforeEach
    void createRealm(KeycloakServer server) {
        if (pop800 != null && admin.get("").successful().equals(untouched)) {
            return;
        }
        pop800 = Pop800.create(server);
        admin = AdminApi.of(pop800);
        untouched = admin.get("").successful();
    }

    @Test
    void theListSaysOfEachAgreementWhatIsInForce() {
        JsonNode agreement = admin.get("").successful().get(0);

        assertThat(agreement.path("key").asText()).isEqualTo(Pop800.AGREEMENT);
        assertThat(agreement.path("inForce").asInt()).isEqualTo(1);
        assertThat(agreement.path("titles").path("zh-Hans").asText()).isNotBlank();
        assertThat(agreement.at("/audience/type").asText()).isEqualTo("EVERYBODY");
        assertThat(agreement.at("/versions/0/state").asText()).isEqualTo("IN_FORCE");
        assertThat(agreement.at("/versions/0/texts/0/digest").asText()).hasSize(64);
        assertThat(agreement.at("/versions/0/texts/0").has("content")).isFalse();
    }

    @Test
    void anAgreementGoesFromItsFirstDraftToItsRetraction() {
        Reply created = admin.post("", TERMS);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.location()).endsWith("/agreements/house-rules");
        Reply draft = admin.post("/house-rules/versions", "{\"label\": \"2026-12\"}");
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.location()).endsWith("/house-rules/versions/1");
        assertThat(draft.json().path("state").asText()).isEqualTo("DRAFT");
        write("zh-Hans", "社区守则", ZH);
        write("en", "House rules", EN);

        JsonNode published = publish(1, "{}").successful();
        assertThat(published.path("state").asText()).isEqualTo("IN_FORCE");
        assertThat(published.path("enforcedAt").asLong())
                .isEqualTo(published.path("publishedAt").asLong());
        assertThat(PublicRest.of(pop800).get("/house-rules").body()).contains("请彼此尊重");

        JsonNode retracted =
                admin.post("/house-rules/versions/1/retract", edits(version(1))).successful();
        assertThat(retracted.path("state").asText()).isEqualTo("RETRACTED");
        assertThat(PublicRest.of(pop800).get("/house-rules").statusCode()).isEqualTo(404);
        assertThat(publications())
                .extracting(row -> row.get("version_number"), row -> row.get("method"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.toList()).containsExactly(1, "ADMIN"));
        assertThat(publications().get(0).get("details").toString())
                .contains("\"action\":\"published\"", "\"digest.en\":\"")
                .doesNotContain("\"administrator\":");
        assertThat(publications().get(0).get("administrator_id")).isNotNull();
        assertThat(publications().get(1).get("details").toString()).contains("\"action\":\"retracted\"");
    }

    @Test
    void aNewVersionBeginsWithTheTextsOfAnEarlierOneAndShowsWhatChanges() {
        draftOfHouseRules();
        publish(1, "{}").successful();
        admin.post("/house-rules/versions", "{\"copyTextsOf\": 1}").successful();
        ObjectNode text =
                (ObjectNode) admin.get("/house-rules/versions/2/texts/zh-Hans").successful();
        assertThat(text.path("content").asText()).isEqualTo(ZH);
        text.put("content", ZH + "\n## 二、安静\n\n夜里请安静。\n").put("summary", "新增夜间安静的规定。");
        admin.put("/house-rules/versions/2/texts/zh-Hans", text.toString()).successful();

        JsonNode changes =
                admin.get("/house-rules/changes?from=1&to=2&locale=zh-Hans").successful();
        assertThat(changes.at("/articles/0/kind").asText()).isEqualTo("UNTOUCHED");
        assertThat(changes.at("/articles/1/kind").asText()).isEqualTo("ADDED");
        assertThat(changes.at("/summaries/0/summary").asText()).isEqualTo("新增夜间安静的规定。");
        assertThat(publish(2, "{}").errorMessage()).contains("articles", "en has 1 (1)", "zh-Hans has 2 (一, 二)");
        assertThat(version(2).path("state").asText()).isEqualTo("DRAFT");
    }

    @Test
    void aPublishedTextNeverChanges() {
        draftOfHouseRules();
        JsonNode text = admin.get("/house-rules/versions/1/texts/en").successful();
        publish(1, "{}").successful();

        assertThat(admin.put("/house-rules/versions/1/texts/en", text.toString())
                        .status())
                .isEqualTo(409);
        assertThat(admin.put("/house-rules/versions/1/texts/fr", text.toString())
                        .status())
                .isEqualTo(409);
        assertThat(admin.delete("/house-rules/versions/1/texts/en").status()).isEqualTo(409);
        assertThat(admin.put("/house-rules/versions/1", version(1).toString()).errorMessage())
                .contains("published", "new version");
        assertThat(admin.delete("/house-rules/versions/1").status()).isEqualTo(409);
        assertThat(admin.delete("/house-rules").errorMessage()).contains("must stay readable");
        assertThat(publish(1, "{}").status()).isEqualTo(409);
        assertThat(admin.get("/house-rules/versions/1/texts/en").json()).isEqualTo(text);
    }

    @Test
    void theSecondOfTwoEditorsIsToldThatTheFirstWasThere() {
        draftOfHouseRules();
        ObjectNode text =
                (ObjectNode) admin.get("/house-rules/versions/1/texts/en").successful();
        ObjectNode settings = (ObjectNode) admin.get("/house-rules").successful();
        ObjectNode version = version(1);
        admin.put("/house-rules", settings.put("position", 7).toString()).successful();
        admin.put("/house-rules/versions/1/texts/en", text.put("title", "First").toString())
                .successful();

        for (Reply second : List.of(
                admin.put("/house-rules", settings.put("position", 8).toString()),
                admin.put(
                        "/house-rules/versions/1/texts/en",
                        text.put("title", "Second").toString()),
                admin.put(
                        "/house-rules/versions/1", version.put("label", "mine").toString()),
                admin.post("/house-rules/versions/1/publish", edits(version)))) {
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.errorMessage()).contains("somebody else", "again");
        }
        assertThat(admin.get("/house-rules").json().path("position").asInt()).isEqualTo(7);
        assertThat(admin.get("/house-rules/versions/1/texts/en")
                        .json()
                        .path("title")
                        .asText())
                .isEqualTo("First");
        assertThat(version(1).path("state").asText()).isEqualTo("DRAFT");
        assertThat(admin.put("/house-rules", TERMS).errorMessage()).contains("edits must be given");
    }

    @Test
    void ofManyEditorsAtOnceOneIsFirst() throws Exception {
        draftOfHouseRules();
        String settings = admin.get("/house-rules").successful().toString();
        ObjectNode text =
                (ObjectNode) admin.get("/house-rules/versions/1/texts/en").successful();
        ExecutorService editors = Executors.newFixedThreadPool(6);
        try {
            assertThat(statuses(
                            editors,
                            i -> admin.put(
                                    "/house-rules/versions/1/texts/en",
                                    text.deepCopy().put("title", "Title " + i).toString())))
                    .containsOnly(200, 409)
                    .containsOnlyOnce(200);
            assertThat(statuses(editors, i -> admin.post("/house-rules/versions", "{}")))
                    .containsOnly(201, 409);
            assertThat(statuses(editors, i -> admin.post("", TERMS.replace("house-rules", "brand-new"))))
                    .containsOnly(201, 409)
                    .containsOnlyOnce(201);
        } finally {
            editors.shutdownNow();
        }
        assertThat(admin.get("/house-rules").json().path("edits"))
                .isEqualTo(JSON.readTree(settings).path("edits"));
    }

    @Test
    void aPublicationToComeIsCancelledByRetractingIt() {
        draftOfHouseRules();
        long tomorrow = Instant.now().plus(Duration.ofDays(1)).toEpochMilli();
        assertThat(publish(1, "{\"publishedAt\": %d}".formatted(tomorrow))
                        .successful()
                        .path("state")
                        .asText())
                .isEqualTo("SCHEDULED");
        assertThat(PublicRest.of(pop800).get("/house-rules").statusCode()).isEqualTo(404);

        admin.post("/house-rules/versions/1/retract", edits(version(1))).successful();
        assertThat(version(1).path("state").asText()).isEqualTo("DRAFT");
        assertThat(publications().get(1).get("details").toString())
                .contains("\"action\":\"cancelled\"", "\"publishedAt\":" + tomorrow);
    }

    @Test
    void publishingIsRefusedWithTheReason() {
        admin.post("", TERMS).successful();
        admin.post("/house-rules/versions", "{}").successful();
        write("en", "House rules", EN);
        assertThat(publish(1, "{}").errorMessage()).contains("text that binds is missing", "zh-Hans");

        write("zh-Hans", "社区守则", ZH);
        long now = Instant.now().toEpochMilli();
        assertThat(publish(1, "{\"publishedAt\": %d}".formatted(now - 60_000)).errorMessage())
                .contains("past");
        assertThat(publish(1, "{\"effectiveAt\": %d, \"enforcedAt\": %d}".formatted(now + 90_000, now + 60_000))
                        .errorMessage())
                .contains("out of order");
        admin.post("/house-rules/versions", "{\"copyTextsOf\": 1}").successful();
        publish(2, "{}").successful();
        assertThat(publish(1, "{}").errorMessage()).contains("Version 2 was published before");
        assertThat(version(1).path("state").asText()).isEqualTo("DRAFT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"requirement": "REQUIRED", "bindingLocale": "en"}                                  | key must be given
        {"key": "Big Letters", "requirement": "REQUIRED", "bindingLocale": "en"}            | small letters
        {"key": "records", "requirement": "REQUIRED", "bindingLocale": "en"}                | must not be records
        {"key": "rules", "bindingLocale": "en"}                                             | requirement must be given
        {"key": "rules", "requirement": "REQUIRED"}                                         | bindingLocale must be given
        {"key": "rules", "requirement": "REQUIRED", "bindingLocale": "中文"}                 | language tag
        {"key": "rules", "requirement": "REQUIRED", "bindingLocale": "en", "reacceptAfterDays": 0} | between 1 and
        {"key": "rules", "requirement": "REQUIRED", "bindingLocale": "en", "audience": {}}  | audience.type
        {"key": "rules", "requirement": "REQUIRED", "bindingLocale": "en", "audience": {"type": "CLIENTS"}} | CLIENTS
        """)
    void whatIsWrongWithSettingsIsSaid(String settings, String reason) {
        Reply reply = admin.post("", settings);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorMessage()).contains(reason).doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"requirement\": \"PERHAPS\"}", "{\"edits\": \"many\"}"})
    void aBodyThatCannotBeReadIsTheCallersMistake(String body) {
        for (Reply reply : List.of(
                admin.post("", body),
                admin.put("/" + Pop800.AGREEMENT, body),
                admin.post("/" + Pop800.AGREEMENT + "/versions/1/publish", body))) {
            assertThat(reply.status()).isBetween(400, 499);
            assertThat(reply.body()).doesNotContain("Exception", "\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/missing",
                "/missing/versions/1",
                "/user-registration/versions/9",
                "/user-registration/versions/1/texts/fr",
                "/user-registration/versions/first"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void textsAreCheckedBeforeTheyAreKept() {
        admin.post("", TERMS).successful();
        admin.post("/house-rules/versions", "{}").successful();
        assertThat(put("zh-hans", "{\"title\": \"t\", \"content\": \"c\"}").errorMessage())
                .contains("write zh-Hans");
        assertThat(put("en", "{\"content\": \"c\"}").errorMessage()).contains("title must be given");
        assertThat(put("en", "{\"title\": \"t\", \"content\": \"  \"}").errorMessage())
                .contains("content must");
        assertThat(put("en", "{\"title\": \"%s\", \"content\": \"c\"}".formatted("t".repeat(256)))
                        .errorMessage())
                .contains("room for 255");
        for (String invisible : List.of("\\u200B", "\\u2800", "\\u3164", "\\uDB40\\uDC41")) {
            assertThat(put("en", "{\"title\": \"%s\", \"content\": \"c\"}".formatted(invisible))
                            .errorMessage())
                    .startsWith("title has no character that can be seen");
            assertThat(put("en", "{\"title\": \"t\", \"summary\": \"%s\", \"content\": \"c\"}".formatted(invisible))
                            .errorMessage())
                    .startsWith("summary has no character that can be seen");
            assertThat(admin.post("/house-rules/versions", "{\"label\": \"%s\"}".formatted(invisible))
                            .errorMessage())
                    .startsWith("label has no character that can be seen");
        }
        for (String unkept : List.of("\\u0000", "\\uD83D")) {
            assertThat(put("en", "{\"title\": \"t%s\", \"content\": \"c\"}".formatted(unkept))
                            .errorMessage())
                    .startsWith("title must not have the character U+");
            assertThat(put("en", "{\"title\": \"t\", \"summary\": \"s%s\", \"content\": \"c\"}".formatted(unkept))
                            .errorMessage())
                    .startsWith("summary must not have the character U+");
            assertThat(admin.post("/house-rules/versions", "{\"label\": \"l%s\"}".formatted(unkept))
                            .errorMessage())
                    .startsWith("label must not have the character U+");
        }
        assertThat(admin.post("/house-rules/versions", "{\"label\": \"%s\"}".formatted("🙂".repeat(65)))
                        .errorMessage())
                .startsWith("label has 65 characters, which take the room of 130");
        assertThat(admin.get("/house-rules/versions/1/texts/en").status()).isEqualTo(404);
    }

    @Test
    void aPreviewIsSafeToShow() {
        JsonNode preview = admin.post(
                        "/preview",
                        JSON.createObjectNode()
                                .put("content", "## One\n\n\\<script>alert(1)\\</script> [x](javascript:alert(1))")
                                .toString())
                .successful();

        assertThat(preview.at("/outline/articles")).hasSize(1);
        assertThat(preview.path("html").asText()).contains("One</h").doesNotContain("<script", "<a", "href");
    }

    @Test
    void aPreviewSaysWhatWasRecognised() {
        JsonNode outline = admin.post(
                        "/preview",
                        JSON.createObjectNode()
                                .put("content", "## 1. One\n\nA\n\n## Two\n\n> [!IMPORTANT]\n> We owe nothing.\n")
                                .toString())
                .successful()
                .path("outline");

        assertThat(outline.path("articles"))
                .extracting(article -> article.path("heading").asText())
                .containsExactly("1. One", "Two");
        assertThat(outline.at("/articles/0/number").asText()).isEqualTo("1");
        assertThat(outline.at("/articles/1/line").asInt()).isEqualTo(5);
        assertThat(outline.at("/attentionClauses/0/line").asInt()).isEqualTo(7);
        assertThat(outline.at("/articles/1").has("number")).isFalse();
        assertThat(outline.at("/attentionClauses/0/article").asText()).isEqualTo("Two");
        assertThat(outline.at("/attentionClauses/0/beginning").asText()).isEqualTo("We owe nothing.");
        assertThat(admin.post("/preview", "{}").successful().at("/outline/articles"))
                .isEmpty();
    }

    @Test
    void aPreviewPassesOverAByteOrderMarkAsSavingDoes() {
        JsonNode outline = admin.post(
                        "/preview",
                        JSON.createObjectNode()
                                .put("content", "\ufeff## 1. One\n\nA\n")
                                .toString())
                .successful()
                .path("outline");

        assertThat(outline.path("remarks")).isEmpty();
        assertThat(outline.at("/articles/0/heading").asText()).isEqualTo("1. One");
    }

    @Test
    void aPreviewSaysBeforeSavingWhatSavingRefuses() {
        draftOfHouseRules();
        String content = "## 1. One\n\n<!-- internal note -->\n\nSee [x](../privacy.md).\n";

        JsonNode preview = admin.post(
                        "/preview",
                        JSON.createObjectNode().put("content", content).toString())
                .successful();

        assertThat(preview.at("/outline/remarks"))
                .extracting(
                        remark -> remark.path("line").asInt(),
                        remark -> remark.path("refused").asBoolean())
                .containsExactly(tuple(3, true), tuple(5, false));
        assertThat(preview.at("/outline/remarks"))
                .extracting(
                        remark -> remark.path("finding").asText(),
                        remark -> remark.path("detail").asText())
                .containsExactly(tuple("COMMENT", "<!-- internal note -->"), tuple("LINK", "../privacy.md"));
        assertThat(preview.path("html").asText()).contains("See x");
        JsonNode text = admin.get("/house-rules/versions/1/texts/en").successful();
        assertThat(put("en", ((ObjectNode) text).put("content", content).toString())
                        .errorMessage())
                .contains(
                        "line 3",
                        preview.at("/outline/remarks/0/found").asText(),
                        preview.at("/outline/remarks/0/advice").asText())
                .doesNotContain("line 5");
    }

    @Test
    void ofAVersionItIsSaidWhatWasRecognisedInEachLanguage() {
        draftOfHouseRules();

        JsonNode alike = admin.get("/house-rules/versions/1/outlines").successful();
        assertThat(alike.at("/texts/en/articles/0/heading").asText()).isEqualTo("1. Courtesy");
        assertThat(alike.at("/texts/zh-Hans/articles/0/number").asText()).isEqualTo("一");
        assertThat(alike.has("difference")).isFalse();
        assertThat(admin.get("/house-rules/versions/1/texts/en/outline").successful())
                .isEqualTo(alike.at("/texts/en"));
        rewriteEnglish("Text without articles.");

        JsonNode difference =
                admin.get("/house-rules/versions/1/outlines").successful().path("difference");
        assertThat(difference.path("kind").asText()).isEqualTo("COUNT");
        assertThat(difference.at("/articles/en").asText()).isEqualTo("none");
        assertThat(difference.path("message").asText()).isEqualTo("en has none, zh-Hans has 1 (一)");
        assertThat(admin.get("/house-rules/versions/1/texts/fr/outline").status())
                .isEqualTo(404);
        assertThat(admin.get("/house-rules/versions/2/outlines").status()).isEqualTo(404);
    }

    @Test
    void languagesThatDifferArePublishedForAReasonThatGoesOnRecord() {
        draftOfHouseRules();
        rewriteEnglish("A summary in English.");
        assertThat(publish(1, "{\"articlesDiffer\": \"  \"}").errorMessage()).contains("articlesDiffer");
        assertThat(publish(1, "{\"articlesDiffer\": \"...\"}").errorMessage()).contains("must say in words why");
        assertThat(publish(1, "{\"articlesDiffer\": \"%s\"}".formatted("x".repeat(501)))
                        .errorMessage())
                .contains("room for 500");
        assertThat(version(1).path("state").asText()).isEqualTo("DRAFT");

        JsonNode published = publish(1, "{\"articlesDiffer\": \"英文只是摘要。\"}").successful();

        assertThat(published.path("articlesDiffer").asText()).isEqualTo("英文只是摘要。");
        assertThat(version(1)).isEqualTo(published);
        JsonNode details = admin.get("/records?type=PUBLICATION&agreement=house-rules")
                .successful()
                .at("/0/details");
        assertThat(details.path("articlesDiffer").asText()).isEqualTo("英文只是摘要。");
        assertThat(details.path("articles.en").asInt(-1)).isZero();
        assertThat(details.path("articles.zh-Hans").asInt()).isEqualTo(1);
    }

    @Test
    void aReasonWhereNothingDiffersIsNotKept() {
        draftOfHouseRules();

        JsonNode published =
                publish(1, "{\"articlesDiffer\": \"For no reason.\"}").successful();

        assertThat(published.has("articlesDiffer")).isFalse();
        assertThat(publications().get(0).get("details").toString())
                .contains("\"action\":\"published\"")
                .doesNotContain("articles");
    }

    @Test
    void theBindingLocaleStaysOnceAVersionIsPublishedAndTheKeyAlways() {
        ObjectNode agreement = (ObjectNode) admin.get("/" + Pop800.AGREEMENT).successful();
        assertThat(admin.put(
                                "/" + Pop800.AGREEMENT,
                                agreement.deepCopy().put("bindingLocale", "en").toString())
                        .errorMessage())
                .contains("binding locale");
        assertThat(admin.put(
                                "/" + Pop800.AGREEMENT,
                                agreement.deepCopy().put("key", "other").toString())
                        .errorMessage())
                .contains("never changes");
    }

    @Test
    void settingsThatGiveADecisionItsMeaningAreOnRecordOnceAVersionIsPublished() {
        draftOfHouseRules();
        change("requirement", "OPTIONAL");
        publish(1, "{}").successful();
        change("position", 41);
        assertThat(records("SETTINGS")).isEmpty();

        change("requirement", "REQUIRED");

        assertThat(records("SETTINGS")).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("version_number", 1).containsEntry("method", "ADMIN");
            assertThat(row.get("details").toString())
                    .contains("\"requirement.from\":\"OPTIONAL\"", "\"requirement.to\":\"REQUIRED\"")
                    .doesNotContain("position", "audience");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"position\": 2147483647",
                "\"position\": 99999999999",
                "\"reacceptAfterDays\": 2147483647",
                "\"bindingLocale\": \"%s\"",
                "\"key\": \"%s\"",
                "\"audience\": {\"type\": \"CLIENTS\", \"names\": [\"%s\"]}",
                "\"audience\": {\"type\": \"CLIENTS\", \"names\": [null]}",
                "\"audience\": {\"type\": \"ROLE\", \"names\": [\"a\\nb\"]}"
            })
    void settingsBeyondAllBoundsAreTheCallersMistake(String extreme) {
        String settings = "{\"key\": \"rules\", \"requirement\": \"REQUIRED\", \"bindingLocale\": \"en\"}";
        String field = extreme.substring(0, extreme.indexOf(':'));
        ObjectNode body = JSON.createObjectNode();
        try {
            body.setAll((ObjectNode) JSON.readTree(settings));
            body.setAll((ObjectNode) JSON.readTree("{" + extreme.formatted("x".repeat(3000)) + "}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(admin.post("", body.toString()).status()).as(field).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"publishedAt", "effectiveAt", "enforcedAt"})
    void noTimeIsTooFarAwayToBeMeant(String time) {
        draftOfHouseRules();
        for (long moment : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 8_000_000_000_000L}) {
            Reply reply = publish(1, "{\"%s\": %d}".formatted(time, moment));
            assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        }
        assertThat(version(1).path("state").asText()).isEqualTo("DRAFT");
    }

    @Test
    void aVersionHasRoomForThirtyLanguagesAndItsRecordForTheirLongestTags() {
        admin.post("", TERMS).successful();
        admin.post("/house-rules/versions", "{\"label\": \"%s\"}".formatted("l".repeat(64)))
                .successful();
        assertThat(admin.post("/house-rules/versions", "{\"label\": \"%s\"}".formatted("l".repeat(65)))
                        .status())
                .isEqualTo(400);
        write("zh-Hans", "社区守则", "正文");
        for (int i = 10; i < 39; i++) {
            write("en-x-aaaaaaaa-bbbbbbbb-cccccccc-d" + i, "Rules", "Text");
        }
        Reply tooMany = put("fr", "{\"title\": \"t\", \"content\": \"c\"}");
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.errorMessage()).contains("30 languages");

        publish(1, "{}").successful();
        assertThat(publications()).hasSize(1);
    }

    @Test
    void eachChangeIsAnAdminEvent() {
        draftOfHouseRules();
        publish(1, "{}").successful();
        admin.post("/house-rules/versions/1/retract", edits(version(1))).successful();
        admin.post("/house-rules/versions", "{}").successful();
        admin.delete("/house-rules/versions/2");

        assertThat(pop800.realm().admin().getAdminEvents())
                .extracting(AdminEventRepresentation::getOperationType, AdminEventRepresentation::getResourcePath)
                .extracting(
                        tuple -> tuple.toList().get(0) + " " + tuple.toList().get(1))
                .contains(
                        "CREATE agreements/house-rules",
                        "CREATE agreements/house-rules/versions/1",
                        "CREATE agreements/house-rules/versions/1/texts/zh-Hans",
                        "ACTION agreements/house-rules/versions/1/publish",
                        "ACTION agreements/house-rules/versions/1/retract",
                        "DELETE agreements/house-rules/versions/2");
    }

    @Test
    void whoMayOnlyViewTheRealmChangesNothing() {
        draftOfHouseRules();
        for (AdminApi viewer : List.of(
                AdminApi.ofAdministratorWith(pop800, "view-realm"),
                AdminApi.ofAdministratorWith(pop800, "manage-users", "view-events", "manage-clients"))) {
            writes(viewer).forEach(reply -> assertThat(reply.status()).isEqualTo(403));
        }
        writes(AdminApi.ofNobody(pop800))
                .forEach(reply -> assertThat(reply.status()).isEqualTo(401));
        assertThat(version(1).path("state").asText()).isEqualTo("DRAFT");
    }

    @Test
    void readingNeedsToViewTheRealm() {
        AdminApi viewer = AdminApi.ofAdministratorWith(pop800, "view-realm");
        AdminApi userManager = AdminApi.ofAdministratorWith(pop800, "manage-users", "view-events");
        for (String path : List.of(
                "",
                "/" + Pop800.AGREEMENT,
                "/" + Pop800.AGREEMENT + "/versions/1",
                "/" + Pop800.AGREEMENT + "/versions/1/outlines",
                "/" + Pop800.AGREEMENT + "/versions/1/texts/en",
                "/" + Pop800.AGREEMENT + "/versions/1/texts/en/outline")) {
            assertThat(viewer.get(path).status()).isEqualTo(200);
            assertThat(userManager.get(path).status()).isEqualTo(403);
            assertThat(AdminApi.ofNobody(pop800).get(path).status()).isEqualTo(401);
        }
        assertThat(userManager.post("/preview", "{}").status()).isEqualTo(403);
        assertThat(userManager
                        .get("/" + Pop800.AGREEMENT + "/changes?from=1&to=2")
                        .status())
                .isEqualTo(403);
        assertThat(viewer.get("/access").json().toString())
                .isEqualTo("{\"viewRealm\":true,\"manageRealm\":false,\"queryUsers\":false,\"viewUsers\":false,"
                        + "\"manageUsers\":false,\"viewEvents\":false,\"timeZone\":\"Asia/Shanghai\"}");
        assertThat(userManager.get("/access").json().toString())
                .isEqualTo("{\"viewRealm\":false,\"manageRealm\":false,\"queryUsers\":true,\"viewUsers\":true,"
                        + "\"manageUsers\":true,\"viewEvents\":true,\"timeZone\":\"Asia/Shanghai\"}");
        assertThat(AdminApi.ofAdministratorWith(pop800, "view-users")
                        .get("/access")
                        .json()
                        .toString())
                .contains("\"viewUsers\":true,\"manageUsers\":false");
        assertThat(AdminApi.ofNobody(pop800).get("/access").status()).isEqualTo(401);
    }

    @Test
    void anAdministratorOfAnotherRealmMayNothing(KeycloakServer server) {
        AdminApi other = AdminApi.ofAdministratorWith(Pop800.create(server), "manage-realm");
        AdminApi here = new AdminApi(pop800.realm(), other.accessToken());

        assertThat(here.get("").status()).isEqualTo(403);
        assertThat(here.get("/access").status()).isEqualTo(403);
        assertThat(here.post("", TERMS).status()).isEqualTo(403);
    }

    private List<Reply> writes(AdminApi caller) {
        return List.of(
                caller.post("", TERMS.replace("house-rules", "another")),
                caller.put("/house-rules", admin.get("/house-rules").body()),
                caller.delete("/house-rules"),
                caller.post("/house-rules/versions", "{}"),
                caller.put("/house-rules/versions/1", version(1).toString()),
                caller.delete("/house-rules/versions/1"),
                caller.post("/house-rules/versions/1/publish", edits(version(1))),
                caller.post("/" + Pop800.AGREEMENT + "/versions/1/retract", "{\"edits\": 0}"),
                caller.put("/house-rules/versions/1/texts/fr", "{\"title\": \"t\", \"content\": \"c\"}"),
                caller.delete("/house-rules/versions/1/texts/en"));
    }

    private void draftOfHouseRules() {
        admin.post("", TERMS).successful();
        admin.post("/house-rules/versions", "{}").successful();
        write("zh-Hans", "社区守则", ZH);
        write("en", "House rules", EN);
    }

    private void write(String locale, String title, String content) {
        Reply reply = put(
                locale,
                JSON.createObjectNode()
                        .put("title", title)
                        .put("content", content)
                        .toString());
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    }

    private void rewriteEnglish(String content) {
        ObjectNode text =
                (ObjectNode) admin.get("/house-rules/versions/1/texts/en").successful();
        put("en", text.put("content", content).toString()).successful();
    }

    private Reply put(String locale, String json) {
        return admin.put("/house-rules/versions/1/texts/" + locale, json);
    }

    private Reply publish(int number, String times) {
        try {
            ObjectNode body = (ObjectNode) JSON.readTree(times);
            return admin.post(
                    "/house-rules/versions/" + number + "/publish",
                    body.put("edits", version(number).path("edits").asInt()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode version(int number) {
        return (ObjectNode) admin.get("/house-rules/versions/" + number).successful();
    }

    private static String edits(JsonNode version) {
        return "{\"edits\": %d}".formatted(version.path("edits").asInt());
    }

    private void change(String setting, Object value) {
        ObjectNode settings = (ObjectNode) admin.get("/house-rules").successful();
        admin.put("/house-rules", settings.set(setting, JSON.valueToTree(value)).toString())
                .successful();
    }

    private List<Map<String, Object>> publications() {
        return records("PUBLICATION");
    }

    private List<Map<String, Object>> records(String type) {
        return pop800.realm()
                .server()
                .database()
                .query(
                        "select * from agr_record where realm_id = ? and type = ?"
                                + " and agreement_key = 'house-rules' order by occurred_at",
                        pop800.id(),
                        type);
    }

    private interface Editor {
        Reply edit(int i);
    }

    private static List<Integer> statuses(ExecutorService editors, Editor editor) throws Exception {
        List<Callable<Integer>> edits = IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(i -> () -> editor.edit(i).status())
                .toList();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : editors.invokeAll(edits)) {
            statuses.add(status.get());
        }
        return statuses;
    }
}
