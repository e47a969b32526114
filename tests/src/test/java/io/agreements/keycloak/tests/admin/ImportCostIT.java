package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.running.Statements;
import io.agreements.keycloak.testing.server.running.Statements.Statement;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** An import costs what is new in it: what is there already, and what other agreements have, costs next to nothing. */
@OnEveryDatabase
@WithKeycloak
final class ImportCostIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSIONS = 40;

    @Test
    void timeGrowsWithWhatIsNew(KeycloakServer server) {
        TestRealm realm = RealmBuilder.unique("library").create(server);
        SortedMap<String, String> files = new TreeMap<>();
        addAgreement(files, "warm", VERSIONS);
        post(server, realm, files);
        for (int number = 0; number < 3; number++) {
            addAgreement(files, "book-" + number, VERSIONS);
        }
        Measured books = measure(server, realm, files);
        for (int number = 0; number < 60; number++) {
            addAgreement(files, "leaflet-" + number, 1);
        }
        Measured leaflets = measure(server, realm, files);
        Measured nothing = measure(server, realm, files);

        assertThat(books.added()).isEqualTo(3 * (VERSIONS + 1));
        assertThat(leaflets.added()).isEqualTo(60 * 2);
        assertThat(nothing.added()).isZero();
        assertThat(leaflets.milliseconds())
                .as("%s, %s, %s", books, leaflets, nothing)
                .isLessThan(10 * books.milliseconds());
        assertThat(nothing.milliseconds())
                .as("%s, %s, %s", books, leaflets, nothing)
                .isLessThan(books.milliseconds());
    }

    @Test
    void whatIsThereAlreadyCostsAFewStatementsHoweverMuchItIs(KeycloakServer server) {
        TestRealm realm = RealmBuilder.unique("library").create(server);
        SortedMap<String, String> files = new TreeMap<>();
        addAgreement(files, "first", VERSIONS);
        post(server, realm, files);
        List<String> withOne = statements(server, () -> post(server, realm, files));
        for (int number = 0; number < 20; number++) {
            addAgreement(files, "leaflet-" + number, 1);
        }
        post(server, realm, files);
        List<String> withMany = statements(server, () -> post(server, realm, files));

        assertThat(withOne).hasSizeBetween(4, 6);
        assertThat(withMany).hasSameSizeAs(withOne);
    }

    /** One for the version, one for each text, one for the record of its publication. */
    @Test
    void aNewVersionCostsAsManyStatementsAsItHasRows(KeycloakServer server) {
        TestRealm realm = RealmBuilder.unique("library").create(server);
        SortedMap<String, String> files = new TreeMap<>();
        addAgreement(files, "first", VERSIONS);
        post(server, realm, files);
        List<String> one = writes(server, () -> {
            addAgreement(files, "leaflet", 1);
            post(server, realm, files);
        });
        List<String> many = writes(server, () -> {
            addAgreement(files, "book", VERSIONS);
            post(server, realm, files);
        });

        assertThat(many).hasSize(one.size() + (VERSIONS - 1) * 4);
    }

    private record Measured(int added, long milliseconds) {}

    private static Measured measure(KeycloakServer server, TestRealm realm, Map<String, String> files) {
        long start = System.nanoTime();
        int added = post(server, realm, files).path("added").size();
        return new Measured(added, (System.nanoTime() - start) / 1_000_000);
    }

    /** Those about agreements: what Keycloak asks of a realm depends on what it has in its cache. */
    private static List<String> writes(KeycloakServer server, Runnable work) {
        return statements(server, work).stream()
                .filter(sql -> !sql.toLowerCase(Locale.ROOT).startsWith("select"))
                .toList();
    }

    private static List<String> statements(KeycloakServer server, Runnable work) {
        return Statements.during(server, work).stream()
                .map(Statement::sql)
                .filter(sql -> sql.toLowerCase(Locale.ROOT).contains("agr_"))
                .toList();
    }

    private static void addAgreement(SortedMap<String, String> files, String key, int versions) {
        files.put(key + "/agreement.yaml", "requirement: OPTIONAL\nbindingLocale: en\ntitles: {en: Book, de: Buch}\n");
        for (int number = 1; number <= versions; number++) {
            files.put(key + "/" + number + "/en.md", text("One", "Edition " + number));
            files.put(key + "/" + number + "/de.md", text("Eins", "Ausgabe " + number));
        }
    }

    private static String text(String heading, String words) {
        StringBuilder text = new StringBuilder();
        for (int article = 1; article <= 20; article++) {
            text.append("## ").append(heading).append(' ').append(article).append("\n\n");
            text.append((words + " is what this article is about. ").repeat(12)).append("\n\n");
        }
        return text.toString();
    }

    private static JsonNode post(KeycloakServer server, TestRealm realm, Map<String, String> files) {
        HttpResponse<byte[]> response = AdminBytes.post(
                server,
                "/" + realm.name() + "/agreements/import",
                "application/zip",
                zip(files),
                AdminRest.administratorToken(server));
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode()).as(body).isEqualTo(200);
        try {
            return JSON.readTree(body);
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
