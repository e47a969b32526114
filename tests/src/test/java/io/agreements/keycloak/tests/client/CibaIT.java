package io.agreements.keycloak.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.testing.server.KeycloakSpec;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user who says yes on a device of the authentication channel, where there is no page to ask for more. */
@WithKeycloak
final class CibaIT {

    private static final String SETTLED = "settled@example.org";
    private static final String OWING = "owing@example.org";

    private final AtomicReference<String> asked = new AtomicReference<>();
    private HttpServer device;

    @BeforeEach
    void switchOnTheDevice() throws IOException {
        device = HttpServer.create(
                new InetSocketAddress(InetAddress.getByName("127.0.0.1"), KeycloakSpec.DEVICE_PORT), 0);
        device.createContext("/", exchange -> {
            try (exchange) {
                asked.set(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(201, -1);
            }
        });
        device.start();
    }

    @AfterEach
    void switchOffTheDevice() {
        device.stop(0);
    }

    @Test
    void tokensAreGivenOnlyForWhoHasAccepted(KeycloakServer server) {
        OwedTokens realm = OwedTokens.create(server);
        String settledId = realm.newUser(SETTLED);
        realm.newUser(OWING);
        realm.publish();
        realm.accept(settledId, 2);

        Reply tokens = realm.api().backchannel(approved(realm.api(), SETTLED));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(realm.api().refresh(tokens.refreshToken()).status()).isEqualTo(200);
        realm.assertRefused(realm.api().backchannel(approved(realm.api(), OWING)));
    }

    private String approved(OAuthClient client, String username) {
        Reply started = client.post("/ext/ciba/auth", Map.of("scope", "openid", "login_hint", username));
        Reply answered = OAuthClient.send(HttpRequest.newBuilder(client.address("/ext/ciba/auth/callback"))
                .header("Authorization", asked.get())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"status\": \"SUCCEED\"}")));
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        return started.field("auth_req_id");
    }
}
