package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.realm.Administrators;
import io.agreements.keycloak.tests.fixture.realm.Pop800;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import io.agreements.keycloak.tests.fixture.rest.Importer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RealmRepresentation;

/** Agreements kept as files are taken over once, and what is published stays as it is. */
@OnEveryDatabase
@WithKeycloak
final class AgreementFilesIT {

    private Pop800 pop800;

    @BeforeEach
    void createRealm(KeycloakServer server) {
        pop800 = Pop800.create(server);
    }

    @Test
    void aSecondImportChangesNothing() {
        List<Map<String, Object>> before = versions();
        String revision = revision();

        assertThat(Importer.run(pop800)).contains("\"added\":[]", "\"updated\":[]", "\"user-registration/1\"");
        assertThat(versions()).isEqualTo(before);
        assertThat(revision()).isEqualTo(revision);
    }

    @Test
    void aVersionDroppedInIsAddedAndOnRecordAsAnAdminEvent() {
        pop800.edits().dropSecondVersion();

        assertThat(Importer.run(pop800)).contains("\"added\":[\"user-registration/2\"]");
        assertThat(versions()).hasSize(4);
        assertThat(pop800.realm().admin().getAdminEvents())
                .anySatisfy(event -> assertThat(event.getResourcePath()).endsWith("agreements/import"));
    }

    @Test
    void theCommandForItReadsTheFilesAgain(@TempDir Path checkout) throws IOException, InterruptedException {
        pop800.edits().dropSecondVersion();

        Command good = importAgreements(checkout);
        assertThat(good.output()).contains("\"added\" : [ \"user-registration/2\" ]");
        assertThat(good.exit()).as(good.output()).isZero();
        assertThat(versions()).hasSize(4);

        pop800.edits().settings("news-by-mail", yaml -> yaml.replace("requirement: ", "requirement："));
        Command bad = importAgreements(checkout);
        assertThat(bad.output()).contains("news-by-mail/agreement.yaml, line ", "full-width");
        assertThat(bad.exit()).isNotZero();
    }

    private record Command(int exit, String output) {}

    /** Runs the command where there is what {@code bin/run} leaves behind: a Keycloak, and a server whose port is known. */
    private Command importAgreements(Path checkout) throws IOException, InterruptedException {
        Path project = Path.of(System.getProperty("keycloak.project"));
        Path distribution = Path.of(System.getProperty("keycloak.distribution"));
        KeycloakServer server = pop800.realm().server();
        for (String file : List.of("pom.xml", "bin/lib/lib.sh", "bin/import-agreements")) {
            Path copy = checkout.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(project.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Path run = checkout.resolve(".run");
        Path kcadm = run.resolve("keycloak-" + System.getProperty("keycloak.built-for"))
                .resolve("bin/kcadm.sh");
        Files.createDirectories(kcadm.getParent());
        Files.writeString(kcadm, "exec bash '" + distribution.resolve("bin/kcadm.sh") + "' \"$@\"\n");
        Files.writeString(
                run.resolve("port"), String.valueOf(URI.create(server.url()).getPort()));
        Process process = new ProcessBuilder(
                        "bash",
                        checkout.resolve("bin/import-agreements").toString(),
                        "--realm",
                        pop800.realm().name())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        return new Command(process.exitValue(), output);
    }

    @Test
    void aPublishedTextThatDiffersIsRefusedAndNothingIsChanged() {
        List<Map<String, Object>> before = versions();
        pop800.edits().dropSecondVersion();
        pop800.edits().text(1, "zh-Hans", pop800.edits().text(1, "zh-Hans") + "\n悄悄加一句。\n");
        HttpResponse<String> response = Importer.run(pop800, administratorToken());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("errorMessage", "user-registration", "version 1: it is published", "zh-Hans", "next number");
        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void otherWordsForAPublishedVersionAreIgnoredAndSaidSo() {
        pop800.edits().settings(Pop800.AGREEMENT, yaml -> yaml.replace("label: \"2026-11\"", "label: \"another\""));

        assertThat(Importer.run(pop800)).contains("\"ignored\":[\"user-registration/1\"]");
    }

    @Test
    void aSlipInTheSettingsIsNamed() {
        pop800.edits().settings("news-by-mail", yaml -> yaml + "surprise: true\n");
        HttpResponse<String> response = Importer.run(pop800, administratorToken());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("news-by-mail/agreement.yaml, line ", "surprise")
                .doesNotContain("Exception");
    }

    @Test
    void whatIsLeftAsideAndWhatIsWarnedOfIsInTheLogWhenARealmIsMade(KeycloakServer server) {
        Pop800 other = Pop800.create(
                server,
                files -> files.text(1, "README", "Words")
                        .settings("news-by-mail", yaml -> yaml + "audience:\n  clients: [shoop]\n"));

        assertThat(server.logs())
                .contains("Agreements of realm " + other.realm().name() + ": left aside in ")
                .contains(other.realm().name() + "/user-registration/1/README.md")
                .containsPattern("WARN .*Agreements of realm " + other.realm().name()
                        + ": .*/news-by-mail/agreement.yaml," + " line \\d+: there is no client shoop");
    }

    @Test
    void onlyWhoManagesTheRealmMayImport() {
        assertThat(Importer.run(pop800, null).statusCode()).isEqualTo(401);
        assertThat(Importer.run(pop800, tokenOfUserWith("viewer@example.org", "view-realm", "view-users"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Importer.run(pop800, tokenOfUserWith("nobody@example.org")).statusCode())
                .isEqualTo(403);
        assertThat(Importer.run(pop800, tokenOfUserWith("manager@example.org", "manage-realm"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRealmWithoutFilesHasNothingToImport(KeycloakServer server) {
        RealmRepresentation plain = new RealmRepresentation();
        plain.setRealm("plain");
        plain.setEnabled(true);
        server.adminClient().realms().create(plain);
        server.adminClient().tokenManager().grantToken();
        RealmResource realm = server.adminClient().realm("plain");
        try {
            assertThat(realm.flows().getRequiredActions()).anySatisfy(action -> {
                assertThat(action.getAlias()).isEqualTo("agreement-acceptance");
                assertThat(action.isEnabled()).isTrue();
            });
            assertThat(realm.toRepresentation().getAttributes()).doesNotContainKey("agreements.revision");
        } finally {
            realm.remove();
        }
    }

    private String revision() {
        return pop800.realm().admin().toRepresentation().getAttributes().get("agreements.revision");
    }

    private List<Map<String, Object>> versions() {
        return pop800.realm()
                .server()
                .database()
                .query(
                        "select a.agreement_key, v.version_number, v.published_at, v.effective_at, v.enforced_at,"
                                + " t.locale, t.digest from agr_agreement a join agr_version v on v.agreement_id = a.id"
                                + " join agr_text t on t.version_id = v.id where a.realm_id = ? and t.locale = 'en'"
                                + " order by 1, 2",
                        pop800.id());
    }

    private String administratorToken() {
        return AdminRest.administratorToken(pop800.realm().server());
    }

    private String tokenOfUserWith(String email, String... managementRoles) {
        return Administrators.token(pop800, email, managementRoles);
    }
}
