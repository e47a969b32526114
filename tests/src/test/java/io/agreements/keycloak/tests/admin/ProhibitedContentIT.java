package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.MovedClock;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminApi;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;

/** Administrators keep the words that the users of a realm may not use. */
@OnEveryDatabase
@WithKeycloak
final class ProhibitedContentIT {

    private static final String LIST = "/prohibited-content";

    private Pop800 pop800;
    private AdminApi admin;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
        admin = AdminApi.of(pop800);
    }

    @Test
    void whatIsWrittenCountsAtOnceAndIsReadAsItWasWritten() {
        assertThat(admin.get(LIST).successful().path("content").asText()).isEmpty();
        assertThat(isProhibited("swindle")).isFalse();

        JsonNode first = admin.put(LIST, body("# ours\nswindle\n赌博", null)).successful();
        assertThat(first.path("entries").asInt()).isEqualTo(2);
        assertThat(first.path("content").asText()).isEqualTo("# ours\nswindle\n赌博");
        assertThat(first.path("changedBy").asText()).isNotBlank();
        assertThat(isProhibited("ｓｗｉｎｄｌｅ")).isTrue();
        assertThat(isProhibited("賭博")).isTrue();

        admin.put(LIST, body("fraud", first.path("digest").asText())).successful();
        assertThat(isProhibited("swindle")).isFalse();
        assertThat(isProhibited("fraud")).isTrue();
        assertThat(pop800.realm().admin().getAdminEvents())
                .filteredOn(event -> "AGREEMENT_WORD_LIST".equals(event.getResourceType()))
                .hasSize(2)
                .extracting(AdminEventRepresentation::getRepresentation)
                .containsOnlyNulls();
    }

    @Test
    void aTrialNamesTheWordOfTheList() {
        admin.put(LIST, body("*swindle*\nfraud", null)).successful();

        assertThat(admin.post(LIST + "/trial", "{\"text\": \"a SWINDLER\"}")
                        .successful()
                        .path("word")
                        .asText())
                .isEqualTo("*swindle*");
        assertThat(admin.post(LIST + "/trial", "{\"text\": \"nothing\"}")
                        .successful()
                        .has("word"))
                .isFalse();
    }

    @Test
    void twoEditorsDoNotOverwriteOneAnother() {
        String digest =
                admin.put(LIST, body("one", null)).successful().path("digest").asText();
        assertThat(admin.put(LIST, body("two", null)).status()).isEqualTo(409);
        admin.put(LIST, body("two", digest)).successful();
        assertThat(admin.put(LIST, body("three", digest)).status()).isEqualTo(409);

        assertThat(admin.get(LIST).json().path("content").asText()).isEqualTo("two");
    }

    @Test
    void whatCannotBeReadIsRefusedWithItsLine() {
        assertThat(admin.put(LIST, body("fine\n***", null)).errorMessage()).isEqualTo("Line 2 has no letter or digit.");
        assertThat(admin.put(LIST, "{}").status()).isEqualTo(400);
        assertThat(admin.post(LIST + "/trial", "{}").status()).isEqualTo(400);
        assertThat(admin.post(LIST + "/trial", "{\"text\": \"%s\"}".formatted("x".repeat(2001)))
                        .status())
                .isEqualTo(400);
        assertThat(admin.get(LIST).json().has("digest")).isFalse();
    }

    @Test
    void onlyWhoMayManageTheRealmWrites() {
        AdminApi viewer = AdminApi.ofAdministratorWith(pop800, "view-realm");
        AdminApi other = AdminApi.ofAdministratorWith(pop800, "manage-users", "view-events");

        assertThat(viewer.get(LIST).status()).isEqualTo(200);
        assertThat(viewer.post(LIST + "/trial", "{\"text\": \"x\"}").status()).isEqualTo(200);
        assertThat(viewer.put(LIST, body("one", null)).status()).isEqualTo(403);
        for (AdminApi nobody : List.of(other, AdminApi.ofNobody(pop800))) {
            int expected = nobody == other ? 403 : 401;
            assertThat(nobody.get(LIST).status()).isEqualTo(expected);
            assertThat(nobody.put(LIST, body("one", null)).status()).isEqualTo(expected);
            assertThat(nobody.post(LIST + "/trial", "{\"text\": \"x\"}").status())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aListThatWasChangedBehindTheBackOfTheServerCountsSecondsLater(KeycloakServer server) {
        admin.put(LIST, body("one two", null)).successful();
        assertThat(isProhibited("one two")).isTrue();
        server.database().update("delete from agr_word_list where realm_id = ?", pop800.id());
        assertThat(isProhibited("one two")).isTrue();
        try (MovedClock clock = MovedClock.of(server)) {
            clock.ahead(Duration.ofSeconds(11));
            assertThat(isProhibited("one two")).isFalse();
        }
    }

    @Test
    void aListIsNotReadAgainOnceItIsThere(KeycloakServer server) {
        String words = IntStream.range(0, 50_000).mapToObj(i -> "word" + i).collect(Collectors.joining("\n"));
        admin.put(LIST, body(words, null)).successful();
        isProhibited("warm up");

        List<Statement> statements = Statements.during(server, () -> {
            for (int call = 0; call < 5; call++) {
                isProhibited("nothing of it");
            }
        });

        assertThat(statements)
                .extracting(statement -> statement.sql().toLowerCase(Locale.ROOT))
                .filteredOn(sql -> sql.contains("agr_word_list"))
                .hasSizeLessThanOrEqualTo(1)
                .noneMatch(sql -> sql.contains("content"));
    }

    @Test
    void theListGoesWithItsRealm(KeycloakServer server) {
        admin.put(LIST, body("one two", null)).successful();
        pop800.realm().admin().remove();

        assertThat(server.database().query("select * from agr_word_list where realm_id = ?", pop800.id()))
                .isEmpty();
    }

    private boolean isProhibited(String text) {
        return admin.post(LIST + "/trial", "{\"text\": \"%s\"}".formatted(text))
                .successful()
                .path("prohibited")
                .asBoolean();
    }

    /** @param digest null for none */
    private static String body(String content, String digest) {
        String json = "\"content\": \"%s\"".formatted(content.replace("\n", "\\n"));
        return digest == null ? "{%s}".formatted(json) : "{%s, \"digest\": \"%s\"}".formatted(json, digest);
    }
}
