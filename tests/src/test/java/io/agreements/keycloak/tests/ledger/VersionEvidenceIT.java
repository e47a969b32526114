package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.ChromiumExecutable;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Administrators;
import io.agreements.keycloak.tests.fixture.realm.DownloadedReceipt;
import io.agreements.keycloak.tests.fixture.realm.DownloadedReceipt.Verdict;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a court gets of a version proves it by itself, and tells of no user. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VersionEvidenceIT {

    private static final String WHO = "shown@example.org";

    private KeycloakServer server;
    private Pop800 pop800;
    private String userId;
    private DownloadedReceipt pack;

    @BeforeAll
    void acceptAndDownload(KeycloakServer keycloak, WebBrowser browser) {
        server = keycloak;
        pop800 = Pop800.create(server);
        RealmRepresentation settings = pop800.realm().admin().toRepresentation();
        settings.setAdminEventsEnabled(true);
        pop800.realm().admin().update(settings);
        userId = pop800.newUser(WHO).toRepresentation().getId();
        var page = browser.visit(VisitorProfile.english()).page();
        var signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(WHO, Pop800.PASSWORD).press("accept");
        assertThat(signIn.awaitCallback().error()).isNull();
        sequence();
        HttpResponse<byte[]> answer = evidence(Pop800.AGREEMENT, 1, AdminRest.administratorToken(server));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(words -> assertThat(words).contains("evidence-user-registration-1.zip"));
        pack = new DownloadedReceipt(answer.body());
    }

    @Test
    void itHoldsTextWordingPublicationAndNumbersAndVerifies(@TempDir Path directory) throws IOException {
        Path keys = Files.writeString(directory.resolve("keys"), keys());
        Verdict verdict = pack.verify("--key", keys.toString());
        JsonNode manifest = pack.json("version.json");
        String wording =
                (String) pop800.records(userId, Pop800.AGREEMENT).get(0).get("wording_digest");

        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said()).contains("The evidence is good.").doesNotContain("WRONG");
        assertThat(pack.files().keySet())
                .startsWith("index.html", "version.json", "texts/en.md", "texts/zh-Hans.md")
                .contains(
                        "wordings/" + wording + ".json",
                        "wordings/" + wording + ".html",
                        "wordings/" + wording + ".zip");
        assertThat(manifest.at("/wordings/0/decisions").asLong()).isEqualTo(1);
        assertThat(manifest.path("records")).hasSize(1);
        assertThat(manifest.at("/coverage/accepted").asLong()).isEqualTo(1);
        assertThat(manifest.at("/coverage/countedFrom").asText()).isEqualTo("standings");
        assertThat(manifest.at("/coverage/countedAt").asLong()).isPositive();
        assertThat(manifest.at("/coverage/ledger/0/decision").asText()).isEqualTo("ACCEPTED");
        assertThat(new String(pack.files().get("wordings/" + wording + ".html"), StandardCharsets.UTF_8))
                .contains("class=\"button\"")
                .doesNotContain("<script");
        assertThat(new DownloadedReceipt(pack.files().get("wordings/" + wording + ".zip"))
                        .verify()
                        .exit())
                .isZero();
    }

    @Test
    void itTellsOfNoUser() {
        pack.files().forEach((name, content) -> {
            assertThat(new String(content, StandardCharsets.UTF_8)).as(name).doesNotContain(WHO, userId);
            if (name.startsWith("wordings/") && name.endsWith(".zip")) {
                assertThat(new DownloadedReceipt(content).json("disclosures.json"))
                        .isEmpty();
            }
        });
    }

    @Test
    void aChangedByteIsFoundInWhateverFile() {
        for (Map.Entry<String, byte[]> file : pack.files().entrySet()) {
            byte[] changed = pack.zip().clone();
            changed[contentOf(file.getKey(), changed) + file.getValue().length / 2] ^= 1;
            Verdict verdict = new DownloadedReceipt(changed).verify();

            assertThat(verdict.exit()).as(file.getKey()).isEqualTo(2);
            assertThat(verdict.said()).contains(file.getKey() + " was changed");
        }
    }

    @Test
    void picturesOfItsPagesInBothSizesAreAddedAndNamedForWhatTheyAre(@TempDir Path directory) throws IOException {
        Path earlier = Files.write(directory.resolve("earlier.png"), new byte[] {1, 2, 3});
        DownloadedReceipt pictured = pack.pictured(
                "--browser",
                ChromiumExecutable.find(System.getenv()).toString(),
                "--add",
                earlier.toString(),
                "--note",
                "taken at publishing");
        JsonNode list = pictured.json("pictures.json");

        assertThat(list.path("browser").asText()).contains("Chrom");
        assertThat(list.path("pictures").findValuesAsText("size")).contains("desktop", "phone");
        assertThat(list.path("pictures").findValuesAsText("note")).containsExactly("taken at publishing");
        pictured.files().forEach((name, content) -> {
            if (name.endsWith("-desktop-1.png") || name.endsWith("-phone-1.png")) {
                assertThat(content).as(name).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(5000);
            }
        });
        Verdict verdict = pictured.verify();
        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said()).contains("note  pictures.json", "prove nothing by themselves");
        assertThat(pictured.pictured("--only-added").files().keySet())
                .filteredOn(name -> name.startsWith("pictures/"))
                .isEmpty();
    }

    @Test
    void itIsForThoseWhoMayReadTheLedgerAndCountUsers() {
        assertThat(evidence(Pop800.AGREEMENT, 1, null).statusCode()).isEqualTo(401);
        for (List<String> roles : List.of(
                List.of("view-events"), List.of("view-events", "view-realm"), List.of("view-realm", "view-users"))) {
            String token = administrator("not-" + String.join("-", roles) + "@example.org", roles);
            assertThat(evidence(Pop800.AGREEMENT, 1, token).statusCode())
                    .as(roles.toString())
                    .isEqualTo(403);
        }
        String token = administrator("evidence@example.org", List.of("view-events", "view-realm", "query-users"));
        assertThat(evidence(Pop800.AGREEMENT, 1, token).statusCode()).isEqualTo(200);
        assertThat(evidence("missing", 1, token).statusCode()).isEqualTo(404);
        assertThat(evidence(Pop800.AGREEMENT, 99, token).statusCode()).isEqualTo(404);
    }

    @Test
    void aDraftHasNothingToProve() {
        String versions = "/" + pop800.realm().name() + "/agreements/personalisation/versions";
        HttpResponse<String> draft = AdminRest.post(server, versions, "{\"material\": true}");
        assertThat(draft.statusCode()).as(draft.body()).isEqualTo(201);

        HttpResponse<byte[]> answer = evidence("personalisation", 2, AdminRest.administratorToken(server));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("draft");
    }

    @Test
    void whoGotItIsAmongTheAdminEvents() {
        evidence(Pop800.AGREEMENT, 1, AdminRest.administratorToken(server));

        assertThat(pop800.realm().admin().getAdminEvents().stream()
                        .filter(event -> "AGREEMENT_EVIDENCE".equals(event.getResourceType()))
                        .map(AdminEventRepresentation::getResourcePath))
                .anySatisfy(path -> assertThat(path).endsWith("agreements/user-registration/versions/1/evidence"));
    }

    private String administrator(String email, List<String> roles) {
        String token = Administrators.token(pop800, email, roles.toArray(String[]::new));
        pop800.enable("agreement-acceptance", true);
        return token;
    }

    private HttpResponse<byte[]> evidence(String key, int version, String token) {
        return AdminBytes.post(
                server,
                "/" + pop800.realm().name() + "/agreements/" + key + "/versions/" + version + "/evidence",
                null,
                new byte[0],
                token);
    }

    private String keys() {
        return new PublicRest(pop800.realm().url() + "/agreements/log")
                .get("/keys")
                .body();
    }

    private void sequence() {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        do {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            QuickTasks.together(server, Tasks.SEQUENCER, 1);
        } while (server.database()
                        .count("select count(*) from agr_record where realm_id = ? and log_index is null", pop800.id())
                > 0);
    }

    /** Where it begins; nothing is compressed. */
    private static int contentOf(String name, byte[] zip) {
        byte[] header = name.getBytes(StandardCharsets.US_ASCII);
        for (int place = 30; ; place++) {
            boolean isHere = zip[place - 30] == 'P' && zip[place - 28] == 3;
            for (int step = 0; isHere && step < header.length; step++) {
                isHere = zip[place + step] == header[step];
            }
            if (isHere) {
                return place + header.length;
            }
        }
    }
}
