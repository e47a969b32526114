package io.agreements.keycloak.bench.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.bench.realm.Answers;
import io.agreements.keycloak.bench.realm.BenchRealm;
import io.agreements.keycloak.bench.realm.Realms;
import io.agreements.keycloak.testing.realm.TestRealm;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Consumer;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * A realm in which there is something to do for tasks: with three agreements, and one user who has accepted them. Its id is its
 * name.
 *
 * @param realm the realm
 * @param model the id of that user
 */
record TaskRealm(TestRealm realm, String model) {
    private static final String KEPT_DAYS = "agreements.connection.days";

    /** Longer than anything that is made here is old. */
    private static final int FOR_YEARS = 3650;

    static TaskRealm create(KeycloakServer server, String name) {
        TestRealm realm = Realms.withAgreements(server, name);
        TaskRealm created = new TaskRealm(realm, Realms.modelOf(realm));
        created.keepConnections(FOR_YEARS);
        return created;
    }

    String name() {
        return realm.name();
    }

    /** For how many days it keeps where records came from. */
    void keepConnections(int days) {
        change(settings -> settings.getAttributes().put(KEPT_DAYS, String.valueOf(days)));
    }

    /** Its mail goes to that port of this machine. */
    void sendMailTo(int port) {
        change(settings -> settings.setSmtpServer(
                Map.of("host", "127.0.0.1", "port", String.valueOf(port), "from", "service@example.org")));
    }

    void sendNoMail() {
        change(settings -> settings.setSmtpServer(Map.of()));
    }

    /**
     * Publishes a second version of the agreement that is required, and has everybody written to about it.
     *
     * @param perMinute mails at most
     * @return how many users that are
     */
    long mailAboutNewVersion(int perMinute) {
        String versions = "/" + BenchRealm.REQUIRED + "/versions";
        JsonNode draft = post(versions, "{\"copyTextsOf\": 1}");
        String version = versions + "/" + draft.path("number").asInt();
        post(version + "/publish", "{\"edits\": " + draft.path("edits").asInt() + "}");
        return post(version + "/mailing", "{\"perMinute\": " + perMinute + "}")
                .path("users")
                .asLong();
    }

    /** Asks a node to hold a part of the standings against the ledger. */
    JsonNode compareStandings(KeycloakServer node, int shard, int shards) {
        return post(node, "/standings/compare?shard=" + shard + "&shards=" + shards, "");
    }

    private JsonNode post(String path, String body) {
        return post(realm.server(), path, body);
    }

    private JsonNode post(KeycloakServer node, String path, String body) {
        URI address = URI.create(node.url() + "/admin/realms/" + name() + "/agreements" + path);
        HttpRequest.Builder request = Answers.asAdministrator(node, address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return Answers.json(request);
    }

    private void change(Consumer<RealmRepresentation> change) {
        RealmRepresentation settings = realm.admin().toRepresentation();
        change.accept(settings);
        realm.admin().update(settings);
    }
}
