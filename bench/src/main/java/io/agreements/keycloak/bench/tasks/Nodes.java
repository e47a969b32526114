package io.agreements.keycloak.bench.tasks;

import io.agreements.keycloak.testing.http.BoundedHttp;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.database.Database;
import io.agreements.keycloak.testing.server.running.QuickTasks;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/**
 * All nodes on one database.
 *
 * @param all one or two
 */
record Nodes(List<KeycloakServer> all) {
    private static final int OK = 200;

    /** The one that is told what is to be done. */
    KeycloakServer first() {
        return all.get(0);
    }

    Database database() {
        return first().database();
    }

    /** The sum of what they have counted. */
    long metric(String name, String... labels) {
        return all.stream().mapToLong(node -> metrics(node).sum(name, labels)).sum();
    }

    /** Has a task of theirs run again and again while something else is done. */
    void hurrying(String task, Runnable meanwhile) {
        List<QuickTasks> quick =
                all.stream().map(node -> QuickTasks.on(node, task)).toList();
        try {
            meanwhile.run();
        } finally {
            quick.forEach(QuickTasks::close);
        }
    }

    /** A token names the realms its bearer may administer: the next one names all that are there. */
    void learnOfRealms() {
        all.forEach(node -> node.adminClient().tokenManager().grantToken());
    }

    private static Metrics metrics(KeycloakServer node) {
        HttpResponse<String> answer = BoundedHttp.send(
                HttpRequest.newBuilder(URI.create(node.managementUrl() + "/metrics"))
                        .header("Accept", "text/plain"),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException("No metrics: " + answer);
        }
        return new Metrics(answer.body());
    }
}
