package io.agreements.keycloak.testing.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/** What the administrator of the master realm does for tests. */
final class MasterRealm implements AutoCloseable {
    static final String ADMIN = "admin";
    static final String PASSWORD = "admin";

    private final String url;
    private Keycloak client;

    MasterRealm(String url) {
        this.url = url;
    }

    synchronized Keycloak client() {
        if (client == null) {
            client = KeycloakBuilder.builder()
                    .serverUrl(url)
                    .realm("master")
                    .clientId("admin-cli")
                    .username(ADMIN)
                    .password(PASSWORD)
                    .build();
        }
        return client;
    }

    /** Sends the JSON as it is: the admin client's own classes may not know all of its fields. */
    RealmResource importRealm(String json) {
        String name = nameOf(json);
        if (client().realms().findAll().stream()
                .anyMatch(realm -> realm.getRealm().equals(name))) {
            client().realm(name).remove();
        }
        HttpResponse<String> response = post("/admin/realms", json);
        if (response.statusCode() != 201) {
            throw new IllegalStateException(
                    "Realm " + name + " was not imported: " + response.statusCode() + " " + response.body());
        }
        // A token names the realms its bearer may administer: the next one names this realm too.
        client().tokenManager().grantToken();
        return client().realm(name);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    private HttpResponse<String> post(String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + client().tokenManager().getAccessTokenString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while importing a realm", e);
        }
    }

    private static String nameOf(String json) {
        try {
            String name = new ObjectMapper().readTree(json).path("realm").asText();
            if (!name.isBlank()) {
                return name;
            }
            throw new IllegalArgumentException("Not a realm: it has no field \"realm\"");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a realm: " + e.getOriginalMessage(), e);
        }
    }
}
