package io.agreements.keycloak.bench.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.agreements.keycloak.bench.realm.Answers;
import io.agreements.keycloak.bench.realm.BenchRealm;
import io.agreements.keycloak.bench.realm.Variant;
import io.agreements.keycloak.testing.server.KeycloakServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long administrators wait for lists.
 *
 * @param milliseconds the median of some calls, each with its answer read to the end
 */
public record ListTimes(Map<AdminList, Double> milliseconds) {
    private static final int CALLS = 5;
    private static final int PAGE = 1_000;
    private static final int FAR = 200_000;

    /**
     * Asks a server for each of them.
     *
     * @param users how many there are
     */
    public static ListTimes of(KeycloakServer server, int users) {
        Map<AdminList, Double> times = new EnumMap<>(AdminList.class);
        for (AdminList list : AdminList.values()) {
            String path = list.path() + behind(server, list, Math.min(FAR, users / 2));
            ask(server, path);
            List<Double> taken = new ArrayList<>();
            for (int call = 0; call < CALLS; call++) {
                long started = System.nanoTime();
                ask(server, path);
                taken.add((System.nanoTime() - started) / 1e6);
            }
            times.put(list, Spread.of(taken).median());
        }
        return new ListTimes(times);
    }

    /** The row behind which to go on, as a list tells it that is read page by page. */
    private static String behind(KeycloakServer server, AdminList list, int rows) {
        return switch (list) {
            case ACCEPTED ->
                lastOf(server, "/" + BenchRealm.REQUIRED + "/users?status=ACCEPTED&max=" + PAGE, "cursor", rows);
            case RECORDS -> lastOf(server, "/records?max=" + PAGE, "id", rows);
            default -> "";
        };
    }

    private static String lastOf(KeycloakServer server, String path, String field, int rows) {
        String last = "";
        for (int read = 0; read < rows; read += PAGE) {
            JsonNode page = ask(server, last.isEmpty() ? path : path + "&after=" + last);
            if (page.isEmpty()) {
                throw new IllegalStateException("The list ended after " + read + " rows: " + path);
            }
            last = URLEncoder.encode(page.get(page.size() - 1).path(field).asText(), StandardCharsets.UTF_8);
        }
        return last;
    }

    private static JsonNode ask(KeycloakServer server, String path) {
        HttpRequest.Builder request = Answers.asAdministrator(
                server, URI.create(server.url() + "/admin/realms/" + Variant.PLUGIN.realm() + "/agreements" + path));
        return Answers.json(request);
    }
}
