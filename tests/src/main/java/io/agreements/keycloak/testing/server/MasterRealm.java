package io.agreements.keycloak.testing.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agreements.keycloak.testing.http.BoundedHttp;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.client.Client;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.spi.ResteasyClientClassicProvider;
import org.keycloak.representations.idm.RealmRepresentation;

/** What the administrator of the master realm does for tests. */
final class MasterRealm implements AutoCloseable {
    static final String ADMIN = "admin";
    static final String PASSWORD = "admin";

    private static final Duration TOKENS_FOR = Duration.ofMinutes(10);

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
                    .resteasyClient(httpClient())
                    .build();
            lengthenTokens();
        }
        return client;
    }

    /** Sends the JSON as it is: the admin client's own classes may not know all of its fields. */
    RealmResource importRealm(String json) {
        String name = nameOf(json);
        if (exists(name)) {
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

    /** A token is good for a minute, and a test that has one may take longer than that on a busy machine. */
    private void lengthenTokens() {
        RealmResource master = client.realm("master");
        RealmRepresentation settings = master.toRepresentation();
        settings.setAccessTokenLifespan(Math.toIntExact(TOKENS_FOR.toSeconds()));
        master.update(settings);
        client.tokenManager().grantToken();
    }

    /** The admin client's own one, but that it does not wait for ever. */
    private static Client httpClient() {
        return ResteasyClientClassicProvider.createClientBuilder()
                .connectionPoolSize(10)
                .connectTimeout(BoundedHttp.ANSWERED_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .readTimeout(BoundedHttp.ANSWERED_WITHIN.toSeconds(), TimeUnit.SECONDS)
                .register(new JacksonProvider(), 100)
                .build();
    }

    private boolean exists(String realm) {
        try {
            client().realm(realm).toRepresentation();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    private HttpResponse<String> post(String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + client().tokenManager().getAccessTokenString())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return BoundedHttp.send(request, HttpResponse.BodyHandlers.ofString());
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
