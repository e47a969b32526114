package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Administrators;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All agreements of a realm leave it as one archive, and come into the same or another realm as they were. */
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchiveIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTINGS = Pop800.AGREEMENT + "/agreement.yaml";
    private static final String FIRST_TEXT = Pop800.AGREEMENT + "/1/zh-Hans.md";

    private KeycloakServer server;
    private Pop800 pop800;

    @BeforeAll
    void createRealmWithEverythingThereIs(KeycloakServer keycloak) {
        server = keycloak;
        pop800 = Pop800.create(
                server,
                files -> files.dropSecondVersion()
                        .settings(
                                Pop800.AGREEMENT,
                                yaml -> yaml.replace("versions:", "reacceptAfterDays: 365\nversions:")
                                        + "    acceptance: CONTINUED_USE\n    material: false\n    readToEnd: true\n"
                                        + "    publishedAt: 2026-01-01T00:00:00.123+08:00\n"
                                        + "    effectiveAt: 2026-02-01T00:00:00+08:00\n"
                                        + "    enforcedAt: 2026-03-01T00:00:00+08:00\n"
                                        + "    retractedAt: 2026-04-01T00:00:00+08:00\n"
                                        + "    titles:\n      en: \"Agreement: revised — 'yes'\"\n"
                                        + "  3:\n    draft: true\n    label: third\n")
                        .text(3, "en", "Not ready\r\n")
                        .settings(
                                "news-by-mail",
                                yaml -> yaml + "audience:\n  clients: [sample, \"https://shop.example\"]\n")
                        .settings("personalisation", yaml -> yaml + "audience:\n  role: sample.buyer\n"));
    }

    @Test
    void theSameRealmStaysAsItIs() throws IOException {
        List<Map<String, Object>> before = catalogue(pop800.id());
        JsonNode report = report(post(pop800.realm(), export(pop800.realm())));

        assertThat(labels(report, "unchanged"))
                .containsExactlyInAnyOrder(
                        "news-by-mail/1",
                        "personalisation/1",
                        "user-registration/1",
                        "user-registration/2",
                        "user-registration/3");
        assertThat(labels(report, "added")).isEmpty();
        assertThat(labels(report, "updated")).isEmpty();
        assertThat(labels(report, "ignored")).isEmpty();
        assertThat(catalogue(pop800.id())).isEqualTo(before);
    }

    @Test
    void anotherRealmGetsEqualAgreements() throws IOException {
        TestRealm other = RealmBuilder.unique("market").create(server);
        byte[] archive = export(pop800.realm());
        JsonNode report = report(post(other, archive));

        assertThat(labels(report, "added")).hasSize(8);
        assertThat(catalogue(id(other)))
                .hasSize(9)
                .isEqualTo(catalogue(pop800.id()))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("version_number", 2)
                        .containsEntry("acceptance", "CONTINUED_USE")
                        .containsEntry("reaccept_after_days", 365)
                        .containsEntry("published_at", 1767196800123L)
                        .containsEntry("retracted_at", 1774972800000L))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("version_number", 3)
                        .containsEntry("published_at", null)
                        .containsEntry("title", "POP800 User Registration Agreement"));
        assertThat(files(export(other))).isEqualTo(files(archive));
        assertThat(files(archive)).containsEntry(Pop800.AGREEMENT + "/3/en.md", "Not ready\r\n");
    }

    @Test
    void aNoticeStaysANotice() throws IOException {
        Pop800 own = Pop800.create(server, files -> files.withoutAny().dropNotice("privacy"));
        byte[] archive = export(own.realm());
        assertThat(files(archive).get("privacy/agreement.yaml")).contains("requirement: \"ACKNOWLEDGEMENT\"");
        TestRealm other = RealmBuilder.unique("market").create(server);

        assertThat(labels(report(post(other, archive)), "added")).containsExactly("privacy", "privacy/1");
        assertThat(catalogue(id(other)))
                .isEqualTo(catalogue(own.id()))
                .allSatisfy(row -> assertThat(row).containsEntry("requirement", "ACKNOWLEDGEMENT"));
        assertThat(files(export(other))).isEqualTo(files(archive));

        SortedMap<String, String> consent = files(archive);
        consent.merge("privacy/agreement.yaml", "", (yaml, none) -> yaml.replace("ACKNOWLEDGEMENT", "REQUIRED"));
        assertThat(refusal(post(other, zip(consent)))).contains("cannot change to REQUIRED");
        assertThat(catalogue(id(other))).isEqualTo(catalogue(own.id()));
    }

    @Test
    void aPublishedTextThatDiffersIsRefusedAndNothingIsChanged() throws IOException {
        List<Map<String, Object>> before = catalogue(pop800.id());
        SortedMap<String, String> files = files(export(pop800.realm()));
        files.merge(FIRST_TEXT, "\n悄悄加一句。\n", String::concat);
        files.put("news-by-mail/2/zh-Hans.md", "新的一版");

        assertThat(refusal(post(pop800.realm(), zip(files))))
                .contains("user-registration/1/zh-Hans.md: version 1: it is published", "zh-Hans", "next number");
        assertThat(catalogue(pop800.id())).isEqualTo(before);
    }

    @Test
    void aNewVersionInAnArchiveIsAddedAndToldAsAnAdminEvent() throws IOException {
        Pop800 own = Pop800.create(server);
        SortedMap<String, String> files = files(export(own.realm()));
        files.put("news-by-mail/2/zh-Hans.md", "新的一版");
        JsonNode report = report(post(own.realm(), zip(files)));

        assertThat(labels(report, "added")).containsExactly("news-by-mail/2");
        assertThat(own.realm().admin().getAdminEvents()).anySatisfy(event -> {
            assertThat(event.getResourcePath()).endsWith("agreements/import");
            assertThat(event.getOperationType()).isEqualTo("ACTION");
        });
    }

    @Test
    void whatIsNoArchiveOrLeadsOutOfItIsRefused() {
        assertThat(refusal(post(pop800.realm(), new byte[0])))
                .contains("The request has no body.", "Send a ZIP archive as application/zip");
        assertThat(refusal(post(pop800.realm(), "no archive".getBytes(StandardCharsets.UTF_8))))
                .contains("not a ZIP archive");
        assertThat(refusal(post(pop800.realm(), zip(Map.of("../../evil/agreement.yaml", "")))))
                .contains("not a plain path", "../../evil");
        assertThat(refusal(post(pop800.realm(), zip(Map.of("/etc/agreement.yaml", "")))))
                .contains("not a plain path");
        assertThat(refusal(post(pop800.realm(), zip(Map.of("letter.txt", "Dear all")))))
                .contains("no agreement");
        assertThat(refusal(post(pop800.realm(), zip(Map.of("terms/agreement.yaml", "surprise: true")))))
                .contains("terms/agreement.yaml, line 1, column 1: 'surprise' is not known here");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "application/json",
                "application/octet-stream",
                "application/x-zip-compressed",
                "text/plain; charset=utf-8",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded"
            })
    void anArchiveUnderAnotherTypeIsNotTakenForARequestToReadTheDirectory(String contentType) {
        HttpResponse<byte[]> response = AdminBytes.post(
                server, path(pop800.realm(), "import"), contentType, export(pop800.realm()), administrator());

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains("errorMessage", "ZIP archive as application/zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{\"realm\": \"market\"}", "agreements.zip", "key,decision"})
    void somethingElseIsNotTakenForARequestToReadTheDirectory(String body) {
        for (String contentType : Arrays.asList(null, "application/json")) {
            assertThat(refusal(AdminBytes.post(
                            server,
                            path(pop800.realm(), "import"),
                            contentType,
                            body.getBytes(StandardCharsets.UTF_8),
                            administrator())))
                    .contains("no ZIP archive", "Send a ZIP archive as application/zip", "send no body");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " { }\n"})
    void nothingIsARequestToReadTheDirectory(String body) throws IOException {
        for (String contentType : Arrays.asList(null, "application/json", "Application/JSON; charset=utf-8")) {
            JsonNode report = report(AdminBytes.post(
                    server,
                    path(pop800.realm(), "import"),
                    contentType,
                    body.getBytes(StandardCharsets.UTF_8),
                    administrator()));
            assertThat(labels(report, "unchanged")).contains("user-registration/1");
        }
    }

    @Test
    void everySlipComesInOneAnswerWithFileAndLine() throws IOException {
        HttpResponse<byte[]> response = post(
                pop800.realm(),
                zip(Map.of(
                        "terms/agreement.yaml",
                        "requirement：REQUIRED\nbindingLocale: en\npositon: 1\ntitles:\n  en: \"a\\0b\"\n",
                        "terms/1/en.md",
                        "Text",
                        "terms/1/cn.md",
                        "Text",
                        "news/agreement.yaml",
                        "requirement: OPTIONAL\nbindingLocale: en\ntitles: {en: News}\nversions:\n  - label: x\n")));
        JsonNode refused = JSON.readTree(refusal(response));

        assertThat(refused.path("more").asInt()).isZero();
        assertThat(refused.path("remarks"))
                .extracting(remark ->
                        remark.path("file").asText() + ":" + remark.path("line").asInt())
                .containsExactly(
                        "news/agreement.yaml:5",
                        "terms/agreement.yaml:1",
                        "terms/agreement.yaml:3",
                        "terms/agreement.yaml:5",
                        "terms/1/cn.md:0");
        assertThat(refused.path("remarks"))
                .allSatisfy(
                        remark -> assertThat(remark.path("severity").asText()).isEqualTo("ERROR"));
        assertThat(refused.path("errorMessage").asText())
                .contains("terms/agreement.yaml, line 1, column 12: the colon after requirement is a full-width one")
                .contains(
                        "\nterms/agreement.yaml, line 3, column 1: 'positon' is not known here. Did you mean position?")
                .contains("\nterms/agreement.yaml, line 5, column 7: title must not have the character U+0000")
                .contains("Did you mean zh-Hans?");
    }

    @Test
    void whatComputersPutIntoAnArchiveIsLeftAsideAndNamed() throws IOException {
        TestRealm realm = RealmBuilder.unique("library").create(server);
        JsonNode report = report(post(
                realm,
                zip(Map.of(
                        "library/terms/agreement.yaml",
                        "requirement: OPTIONAL\nbindingLocale: en\ntitles: {en: Terms}\naudience: {clients: [shoop]}\n",
                        "library/terms/1/en.md",
                        "Text",
                        "library/terms/1/README.md",
                        "Words",
                        "library/.DS_Store",
                        "x",
                        "__MACOSX/library/terms/._agreement.yaml",
                        "x",
                        "library/terms/1/Thumbs.db",
                        "x"))));

        assertThat(labels(report, "added")).containsExactly("terms", "terms/1");
        assertThat(labels(report, "leftAside"))
                .containsExactlyInAnyOrder(
                        "__MACOSX/", "library/.DS_Store", "library/terms/1/README.md", "library/terms/1/Thumbs.db");
        assertThat(report.path("remarks"))
                .extracting(remark -> remark.path("severity").asText() + " "
                        + remark.path("file").asText() + " "
                        + remark.path("line").asInt())
                .containsExactly("NOTE library 0", "WARNING library/terms/agreement.yaml 4");
        assertThat(report.at("/remarks/1/message").asText()).contains("there is no client shoop");
    }

    @ParameterizedTest
    @CsvSource({"'{\"terms\": 1}', it is JSON", "Rar!, it is a RAR archive"})
    void anotherArchiveIsToldByWhatItIs(String beginning, String what) {
        assertThat(refusal(post(pop800.realm(), beginning.getBytes(StandardCharsets.ISO_8859_1))))
                .contains("not a ZIP archive that can be read: " + what, "Pack the agreements as a ZIP archive");
    }

    /** Whatever a realm gives out comes in again. */
    @Test
    void settingsOfManyVersionsWithLongSummariesComeInAgain() throws IOException {
        TestRealm realm = RealmBuilder.unique("library").create(server);
        SortedMap<String, String> files = new TreeMap<>();
        addVersions(files, "many", 400);
        StringBuilder settings = new StringBuilder(files.get("many/agreement.yaml")).append("versions:\n");
        for (int number = 1; number <= 400; number++) {
            settings.append("  ").append(number).append(":\n    summaries:\n      en: ");
            settings.append("很长的说明，".repeat(330)).append('\n');
        }
        files.put("many/agreement.yaml", settings.toString());
        report(post(realm, zip(files)));

        assertThat(files(export(realm)).get("many/agreement.yaml").getBytes(StandardCharsets.UTF_8).length)
                .isGreaterThan(2 * 1024 * 1024);
        assertThat(labels(report(post(realm, export(realm))), "unchanged")).hasSize(400);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThat(refusal(post(pop800.realm(), new byte[8 * 1024 * 1024 + 1]))).contains("more than 8388608 bytes");
        assertThat(refusal(post(pop800.realm(), zip(Map.of("terms/1/en.md", "0".repeat(65 * 1024 * 1024))))))
                .contains("unpacks to more than");
    }

    /** Ten times as many take about ten times as long; it was a thousand times. */
    @Test
    void manyVersionsCostWhatEachOfThemCosts() throws IOException {
        TestRealm realm = RealmBuilder.unique("library").create(server);
        report(post(realm, versions("warm", 40)));
        long few = nanoseconds(() -> report(post(realm, versions("few", 100))));
        long many = nanoseconds(() -> report(post(realm, versions("many", 1000))));

        assertThat(many)
                .as("%s ms against %s ms", many / 1_000_000, few / 1_000_000)
                .isLessThan(40 * few);
        assertThat(files(export(realm))).hasSize(1140 * 3 + 3);
        assertThat(labels(report(post(realm, export(realm))), "unchanged")).hasSize(1140);
    }

    @Test
    void nobodyWaitsForMoreThanOneAgreement() throws Exception {
        TestRealm realm = RealmBuilder.unique("library").create(server);
        SortedMap<String, String> all = new TreeMap<>();
        for (int number = 0; number < 20; number++) {
            addVersions(all, "book-" + number, 40);
        }
        CompletableFuture<HttpResponse<byte[]>> large = CompletableFuture.supplyAsync(() -> post(realm, zip(all)));
        int meanwhile = 0;
        while (!large.isDone()) {
            JsonNode report = report(post(realm, versions("leaflet-" + meanwhile, 1)));
            assertThat(labels(report, "added")).hasSize(2);
            meanwhile++;
        }

        assertThat(labels(report(large.get()), "added")).hasSize(20 * 41);
        assertThat(meanwhile).isPositive();
    }

    @Test
    void moreThanThereIsRoomForIsRefusedWithTheLimit() {
        assertThat(refusal(post(pop800.realm(), versions("many", 1001))))
                .contains("room for 1000 versions, not for 1001");
    }

    @Test
    void whoMaySeeTheRealmMayExportAndWhoManagesItMayImport() {
        byte[] archive = export(pop800.realm());
        String nobody = Administrators.token(pop800, "nobody@example.org");
        String viewer = Administrators.token(pop800, "viewer@example.org", "view-realm", "manage-users");
        String manager = Administrators.token(pop800, "manager@example.org", "manage-realm");

        assertThat(AdminBytes.get(server, path(pop800.realm(), "export"), null).statusCode())
                .isEqualTo(401);
        assertThat(AdminBytes.get(server, path(pop800.realm(), "export"), nobody)
                        .statusCode())
                .isEqualTo(403);
        assertThat(AdminBytes.get(server, path(pop800.realm(), "export"), viewer)
                        .statusCode())
                .isEqualTo(200);
        assertThat(post(pop800.realm(), archive, null).statusCode()).isEqualTo(401);
        assertThat(post(pop800.realm(), archive, nobody).statusCode()).isEqualTo(403);
        assertThat(post(pop800.realm(), archive, viewer).statusCode()).isEqualTo(403);
        assertThat(post(pop800.realm(), archive, manager).statusCode()).isEqualTo(200);
    }

    @Test
    void someAgreementsCanBeHadWithoutTheOthers() {
        HttpResponse<byte[]> some =
                AdminBytes.get(server, path(pop800.realm(), "export?agreement=news-by-mail"), administrator());

        assertThat(files(some.body()).keySet()).isNotEmpty().allMatch(name -> name.startsWith("news-by-mail/"));
        assertThat(AdminBytes.get(server, path(pop800.realm(), "export?agreement=nothing"), administrator())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theArchiveIsAFileToSave() {
        HttpResponse<byte[]> response = AdminBytes.get(server, path(pop800.realm(), "export"), administrator());

        assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(response.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"agreements-" + pop800.realm().name() + ".zip\"");
        assertThat(files(response.body())).containsKeys(SETTINGS, FIRST_TEXT);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static long nanoseconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static byte[] versions(String key, int count) {
        SortedMap<String, String> files = new TreeMap<>();
        addVersions(files, key, count);
        return zip(files);
    }

    private static void addVersions(SortedMap<String, String> files, String key, int count) {
        files.put(key + "/agreement.yaml", "requirement: OPTIONAL\nbindingLocale: en\ntitles: {en: Book, de: Buch}\n");
        for (int number = 1; number <= count; number++) {
            files.put(key + "/" + number + "/en.md", "## One\n\nEdition " + number + "\n");
            files.put(key + "/" + number + "/de.md", "## Eins\n\nAusgabe " + number + "\n");
        }
    }

    private byte[] export(TestRealm realm) {
        HttpResponse<byte[]> response = AdminBytes.get(server, path(realm, "export"), administrator());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<byte[]> post(TestRealm realm, byte[] archive) {
        return post(realm, archive, administrator());
    }

    private HttpResponse<byte[]> post(TestRealm realm, byte[] archive, String accessToken) {
        return AdminBytes.post(server, path(realm, "import"), "application/zip", archive, accessToken);
    }

    private static JsonNode report(HttpResponse<byte[]> response) throws IOException {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(200);
        return JSON.readTree(body);
    }

    private static String refusal(HttpResponse<byte[]> response) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(400);
        assertThat(body).contains("errorMessage").doesNotContain("Exception").doesNotContain("/tmp/");
        return body;
    }

    private static List<String> labels(JsonNode report, String kind) {
        return JSON.convertValue(
                report.get(kind), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /** Everything but ids, in order. */
    private List<Map<String, Object>> catalogue(String realmId) {
        return server.database()
                .query(
                        "select a.agreement_key, a.requirement, a.binding_locale, a.display_position, a.audience_type,"
                                + " a.audience_value, a.reaccept_after_days, v.version_number, v.label, v.material,"
                                + " v.acceptance, v.read_to_end, v.published_at, v.effective_at, v.enforced_at,"
                                + " v.retracted_at, t.locale, t.title, t.summary, t.digest from agr_agreement a"
                                + " join agr_version v on v.agreement_id = a.id join agr_text t on t.version_id = v.id"
                                + " where a.realm_id = ? order by a.agreement_key, v.version_number, t.locale",
                        realmId);
    }

    private String administrator() {
        return AdminRest.administratorToken(server);
    }

    private static String id(TestRealm realm) {
        return realm.admin().toRepresentation().getId();
    }

    private static String path(TestRealm realm, String last) {
        return "/" + realm.name() + "/agreements/" + last;
    }

    private static SortedMap<String, String> files(byte[] archive) {
        SortedMap<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
