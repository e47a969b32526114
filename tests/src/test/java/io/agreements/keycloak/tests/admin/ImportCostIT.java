package io.agreements.keycloak.tests.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.OnEveryDatabase;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.realm.RealmBuilder;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.Statements;
import io.agreements.keycloak.testing.server.Statements.Statement;
import io.agreements.keycloak.tests.fixture.rest.AdminBytes;
import io.agreements.keycloak.tests.fixture.rest.AdminRest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
    void variants(KeycloakServer server) {
        TestRealm realm = RealmBuilder.unique("library").create(server);
        SortedMap<String, String> files = new TreeMap<>();
        for (int number = 0; number < 3; number++) {
            addAgreement(files, "book-" + number, VERSIONS);
        }
        files.replaceAll((name, words) -> name.endsWith(".md") ? words.repeat(8) : words);
        System.err.println("T29 length " + files.get("book-1/1/en.md").length());
        long books = milliseconds(() -> post(server, realm, files));
        long again = milliseconds(() -> post(server, realm, files));
        long created = milliseconds(() -> {
            for (int number = 0; number < 20; number++) {
                AdminBytes.post(
                        server,
                        "/" + realm.name() + "/agreements",
                        "application/json",
                        ("{\"key\": \"rest-" + number + "\", \"requirement\": \"OPTIONAL\", \"bindingLocale\": \"en\"}")
                                .getBytes(StandardCharsets.UTF_8),
                        AdminRest.administratorToken(server));
            }
        });
        long singly = milliseconds(() -> {
            for (int number = 0; number < 20; number++) {
                SortedMap<String, String> one = new TreeMap<>();
                addAgreement(one, "single-" + number, 1);
                post(server, realm, one);
            }
        });
        for (int number = 0; number < 60; number++) {
            addAgreement(files, "leaflet-" + number, 1);
        }
        long leaflets = milliseconds(() -> post(server, realm, files));
        long nothing = milliseconds(() -> post(server, realm, files));
        System.err.println("T29 variants books " + books + " again " + again + " created " + created + " singly "
                + singly + " leaflets " + leaflets + " nothing " + nothing);
    }

    private static List<String> statements(KeycloakServer server, Runnable work) {
        List<String> statements = new ArrayList<>();
        for (Statement statement : Statements.during(server, work)) {
            statements.add(statement.sql());
        }
        return statements;
    }

    private static long milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
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
