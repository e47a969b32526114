package io.agreements.keycloak.tests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.browser.VisitorProfile;
import io.agreements.keycloak.testing.browser.WebBrowser;
import io.agreements.keycloak.testing.oidc.SignIn;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import io.agreements.keycloak.tests.fixture.page.SignInPages;
import io.agreements.keycloak.tests.fixture.realm.Administrators;
import io.agreements.keycloak.tests.fixture.realm.Crowd;
import io.agreements.keycloak.tests.fixture.realm.DownloadedReceipt;
import io.agreements.keycloak.tests.fixture.realm.DownloadedReceipt.Verdict;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.realm.Tasks;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.MyRest;
import io.agreements.keycloak.tests.fixture.rest.PublicRest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/** What a user gets of a decision proves it by itself. */
@OnEveryDatabase
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReceiptIT {

    private KeycloakServer server;
    private Pop800 pop800;

    @BeforeAll
    void createRealm(KeycloakServer server) {
        this.server = server;
        pop800 = Pop800.create(server);
    }

    @Test
    void itIsThereAtOnceAndProvesTheDecisionAsSoonAsThatIsInACheckpoint(WebBrowser browser)
            throws GeneralSecurityException {
        Person person = signIn(browser);
        DownloadedReceipt receipt = person.receipt();

        Verdict verdict = receipt.verify();
        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said())
                .contains(
                        "user-registration version 1 in en: ACCEPTED", "yes  in a signed checkpoint", "no   witnessed");
        assertThat(receipt.files().keySet())
                .containsExactly(
                        "receipt.html",
                        "record.json",
                        "text.md",
                        "wording.json",
                        "settings.json",
                        "disclosures.json",
                        "record.tlog-proof",
                        "keys",
                        "policy");
        assertThat(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(receipt.files().get("text.md"))))
                .isEqualTo(person.record().get("text_digest"));
        assertThat(receipt.json("record.json").path("id").asText())
                .isEqualTo(person.record().get("id"));
        assertThat(receipt.json("disclosures.json")
                        .at("/identity/values/username")
                        .asText())
                .isEqualTo(person.name());
        assertThat(receipt.json("disclosures.json").at("/subject/values/userId").asText())
                .isEqualTo(person.id());
        assertThat(new String(receipt.files().get("receipt.html"), StandardCharsets.UTF_8))
                .contains(person.name(), "accepted", "What it does not prove");
    }

    @Test
    void beforeThatItSaysThatItProvesNothing(WebBrowser browser) {
        HttpResponse<byte[]> early = signIn(browser).download();

        assertThat(early.statusCode()).isEqualTo(202);
        assertThat(early.headers().firstValue("Retry-After")).contains("10");
        DownloadedReceipt receipt = new DownloadedReceipt(early.body());
        Verdict verdict = receipt.verify();
        assertThat(verdict.exit()).isEqualTo(1);
        assertThat(verdict.said()).contains("yes  recorded", "no   in a signed checkpoint", "Get the receipt again");
        assertThat(receipt.files()).doesNotContainKeys("record.tlog-proof", "keys", "policy");
    }

    @Test
    void itVerifiesAfterTheKeyWasReplacedAndTheUserIsGone(WebBrowser browser, @TempDir Path directory)
            throws IOException {
        Person person = signIn(browser);
        DownloadedReceipt receipt = person.receipt();
        String recordId = (String) person.record().get("id");
        rotateKey();
        pop800.realm().admin().users().delete(person.id()).close();
        new Crowd(pop800, 3).create().decide(0, Pop800.AGREEMENT, "1", "'ACCEPTED'");
        sequenceUntil(server, () -> keys().lines().count() == 2);

        Path keys = Files.writeString(directory.resolve("keys"), keys());
        Verdict verdict = receipt.verify("--key", keys.toString());
        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said()).doesNotContain("note ").doesNotContain("WRONG");
        assertThat(receipt.json("disclosures.json")
                        .at("/identity/values/username")
                        .asText())
                .isEqualTo(person.name());

        DownloadedReceipt later = new DownloadedReceipt(
                adminReceipt(recordId, AdminRest.administratorToken(server)).body());
        assertThat(later.verify("--key", keys.toString()).exit()).isZero();
        assertThat(later.files().get("record.json")).isEqualTo(receipt.files().get("record.json"));
        assertThat(later.json("disclosures.json").has("identity")).isFalse();
        assertThat(later.json("disclosures.json").at("/subject/values/userId").asText())
                .isEqualTo(person.id());
        String oldKey = new String(receipt.files().get("keys"), StandardCharsets.UTF_8).strip();
        assertThat(later.verify("--key", oldKey).said()).contains("WRONG record.tlog-proof");
    }

    @Test
    void allRecordsOfAUserWhoIsGoneAreOnePackForACourt(WebBrowser browser, @TempDir Path directory) throws IOException {
        Person person = signIn(browser);
        person.receipt();
        pop800.realm().admin().users().delete(person.id()).close();
        sequenceUntil(server, () -> unlogged(person) == 0);
        int records = pop800.records(person.id()).size();
        String token = administrator("evidence@example.org", "view-events");
        HttpResponse<byte[]> answer = evidence(person.id(), token);

        assertThat(answer.statusCode()).isEqualTo(200);
        Path keys = Files.writeString(directory.resolve("keys"), keys());
        Verdict verdict = new DownloadedReceipt(answer.body()).verify("--key", keys.toString());
        assertThat(verdict.exit()).as(verdict.said()).isZero();
        assertThat(verdict.said())
                .contains(records + " of " + records + " receipts are good.", "DELETION", "ACCEPTED")
                .doesNotContain("note ");
        assertThat(pop800.records(person.id()))
                .filteredOn(row -> row.get("type").equals("EXPORT"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("method", "ADMIN"));
    }

    @Test
    void aPackIsForThoseWhoMayReadTheLedgerAndSeeTheUser(WebBrowser browser) {
        Person person = signIn(browser);

        assertThat(evidence(person.id(), null).statusCode()).isEqualTo(401);
        String users = administrator("see-users@example.org", "view-users");
        assertThat(evidence(person.id(), users).statusCode()).isEqualTo(403);
        String events = administrator("see-events@example.org", "view-events");
        assertThat(evidence(person.id(), events).statusCode()).isEqualTo(403);
        String both = administrator("see-both@example.org", "view-events", "view-users");
        assertThat(evidence("nobody", both).statusCode()).isEqualTo(404);
        assertThat(pop800.records(person.id()))
                .extracting(row -> row.get("type"))
                .doesNotContain("EXPORT");
        assertThat(evidence(person.id(), both).statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> evidence(String userId, String token) {
        return AdminBytes.post(
                server,
                "/" + pop800.realm().name() + "/agreements/users/" + userId + "/evidence",
                null,
                new byte[0],
                token);
    }

    private long unlogged(Person person) {
        return server.database()
                .count(
                        "select count(*) from agr_record where realm_id = ? and user_id = ? and log_index is null",
                        pop800.id(),
                        person.id());
    }

    @Test
    void eachFileThatWasChangedIsNamed(WebBrowser browser) {
        DownloadedReceipt receipt = signIn(browser).receipt();
        for (Map.Entry<String, byte[]> file : receipt.files().entrySet()) {
            byte[] changed = receipt.zip().clone();
            changed[contentOf(file.getKey(), changed) + file.getValue().length / 2] ^= 1;
            Verdict verdict = new DownloadedReceipt(changed).verify();

            assertThat(verdict.exit()).as(file.getKey()).isEqualTo(2);
            assertThat(verdict.said()).contains(file.getKey() + " was changed");
        }
    }

    @Test
    void nobodyGetsTheReceiptOfAnother(WebBrowser browser) {
        Person person = signIn(browser);
        Person other = signIn(browser);
        String id = (String) person.record().get("id");

        assertThat(other.my().get("/records/" + id + "/receipt").status()).isEqualTo(404);
        assertThat(other.my().get("/records/missing/receipt").status()).isEqualTo(404);
        assertThat(new MyRest(pop800, null).get("/records/" + id + "/receipt").status())
                .isEqualTo(401);
        assertThat(adminReceipt(id, null).statusCode()).isEqualTo(401);
        String users = administrator("users@example.org", "view-users", "view-realm");
        assertThat(adminReceipt(id, users).statusCode()).isEqualTo(403);
        String events = administrator("events@example.org", "view-events");
        assertThat(adminReceipt(id, events).statusCode()).isBetween(200, 202);
        Pop800 elsewhere = Pop800.create(server);
        assertThat(AdminBytes.get(
                                server,
                                "/" + elsewhere.realm().name() + "/agreements/records/" + id + "/receipt",
                                AdminRest.administratorToken(server))
                        .statusCode())
                .isEqualTo(404);
    }

    /** Whoever signs in afterwards is asked as before. */
    private String administrator(String email, String... roles) {
        String token = Administrators.token(pop800, email, roles);
        pop800.enable("agreement-acceptance", true);
        return token;
    }

    private HttpResponse<byte[]> adminReceipt(String recordId, String token) {
        return AdminBytes.get(
                server, "/" + pop800.realm().name() + "/agreements/records/" + recordId + "/receipt", token);
    }

    private Person signIn(WebBrowser browser) {
        String name = "person-" + UUID.randomUUID() + "@example.org";
        String id = pop800.newUser(name).toRepresentation().getId();
        var page = browser.visit(VisitorProfile.english()).page();
        SignIn signIn = pop800.client().authorization().open(page);
        new SignInPages(page).submitPassword(name, Pop800.PASSWORD).press("accept");
        return new Person(
                pop800, id, name, new MyRest(pop800, signIn.awaitTokens().accessToken()));
    }

    private record Person(Pop800 pop800, String id, String name, MyRest my) {

        Map<String, Object> record() {
            return pop800.records(id, Pop800.AGREEMENT).get(0);
        }

        HttpResponse<byte[]> download() {
            return my.download("/records/" + record().get("id") + "/receipt");
        }

        /** Once it is in a checkpoint. */
        DownloadedReceipt receipt() {
            sequenceUntil(pop800.realm().server(), () -> download().statusCode() == 200);
            return new DownloadedReceipt(download().body());
        }
    }

    private void rotateKey() {
        ComponentRepresentation key = new ComponentRepresentation();
        key.setName("next");
        key.setProviderId("agreements-log");
        key.setProviderType("org.keycloak.keys.KeyProvider");
        key.setConfig(new MultivaluedHashMap<>());
        key.getConfig().putSingle("priority", "100");
        pop800.realm().admin().components().add(key).close();
    }

    private String keys() {
        return new PublicRest(pop800.realm().url() + "/agreements/log")
                .get("/keys")
                .body();
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

    /** In tests the task that signs checkpoints runs when it is told to. */
    private static void sequenceUntil(KeycloakServer server, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        do {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            QuickTasks.together(server, Tasks.SEQUENCER, 1);
        } while (!condition.getAsBoolean());
    }
}
