package io.agreements.keycloak.bench.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.realm.TestRealm;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.ClientsResource;

/** The product at work: the agreements of the sample realm, all that the set-up mends, the claim in tokens. */
final class ProductRealm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestRealm realm;

    private ProductRealm(TestRealm realm) {
        this.realm = realm;
    }

    /** Publishes the agreements, has the model of all users accept everything, and sees to it that everybody is asked. */
    static void askForAgreements(TestRealm realm) {
        ProductRealm product = new ProductRealm(realm);
        // Who owes an acceptance gets no token.
        String accessToken = product.accessTokenOfModel();
        product.publish();
        product.acceptAll(accessToken);
        product.mend();
        product.tellInTokens();
    }

    private void publish() {
        Path agreements = realm.server().agreements();
        copy(agreements.resolve("pop800"), agreements.resolve(realm.name()));
        send(asAdministrator("/admin/realms/%s/agreements/import").POST(BodyPublishers.noBody()));
    }

    private void acceptAll(String accessToken) {
        for (JsonNode agreement : agreements()) {
            String key = agreement.path("key").asText();
            JsonNode inForce = publicJson("/" + key).path("inForce");
            JsonNode text = inForce.at("/texts/0");
            String decision = JSON.createObjectNode()
                    .put("decision", "ACCEPTED")
                    .put("version", inForce.path("number").asInt())
                    .put("locale", text.path("locale").asText())
                    .put("digest", text.path("digest").asText())
                    .toString();
            send(HttpRequest.newBuilder(address("/realms/%s/agreements/me/" + key))
                    .header("Authorization", "Bearer " + accessToken)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(decision)));
        }
    }

    private JsonNode agreements() {
        JsonNode answer = send(asAdministrator("/admin/realms/%s/agreements"));
        if (answer.size() != 3) {
            throw new IllegalStateException("One required and two optional agreements are wanted, not " + answer);
        }
        return answer;
    }

    private JsonNode publicJson(String path) {
        return send(
                HttpRequest.newBuilder(address("/realms/%s/agreements" + path)).header("Accept", "application/json"));
    }

    private void mend() {
        String setup = "/admin/realms/%s/agreements/setup";
        String fingerprint = send(asAdministrator(setup)).path("fingerprint").asText();
        send(asAdministrator(setup)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        JSON.createObjectNode().put("fingerprint", fingerprint).toString())));
    }

    /** As in the sample realm. */
    private void tellInTokens() {
        ClientsResource clients = realm.admin().clients();
        String id = clients.findByClientId(BenchRealm.CLIENT).get(0).getId();
        try (Response response = clients.get(id)
                .getProtocolMappers()
                .createMapper(BenchRealm.mapper(
                        "agreements",
                        "oidc-agreements-mapper",
                        Map.of(
                                "claim.name", "agreements",
                                "id.token.claim", "true",
                                "access.token.claim", "false",
                                "userinfo.token.claim", "true",
                                "introspection.token.claim", "true")))) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException("The claim was not added: " + response.getStatus());
            }
        }
    }

    private String accessTokenOfModel() {
        String form = "grant_type=password&scope=openid&client_id=" + BenchRealm.CLIENT + "&client_secret="
                + BenchRealm.SECRET + "&username=" + BenchRealm.MODEL + "&password="
                + URLEncoder.encode(BenchRealm.PASSWORD, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(address("/realms/%s/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private HttpRequest.Builder asAdministrator(String path) {
        return Answers.asAdministrator(realm.server(), address(path));
    }

    private JsonNode send(HttpRequest.Builder request) {
        return Answers.json(request);
    }

    private URI address(String path) {
        return URI.create(realm.server().url() + path.formatted(realm.name()));
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
