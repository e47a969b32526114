package io.agreements.keycloak.tests.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.testing.WithKeycloak;
import io.agreements.keycloak.testing.server.KeycloakServer;
import io.agreements.keycloak.tests.fixture.rest.AuthenticationDevice;
import io.agreements.keycloak.tests.fixture.rest.OAuthClient.Reply;
import io.agreements.keycloak.tests.fixture.rest.OwedTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user who says yes on a device of the authentication channel, where there is no page to ask for more. */
@WithKeycloak
final class CibaIT {

    private static final String SETTLED = "settled@example.org";
    private static final String OWING = "owing@example.org";

    private AuthenticationDevice device;

    @BeforeEach
    void switchOnTheDevice() {
        device = AuthenticationDevice.switchedOn();
    }

    @AfterEach
    void switchOffTheDevice() {
        device.close();
    }

    @Test
    void tokensAreGivenOnlyForWhoHasAccepted(KeycloakServer server) {
        OwedTokens realm = OwedTokens.create(server);
        String settledId = realm.newUser(SETTLED);
        realm.newUser(OWING);
        realm.publish();
        realm.accept(settledId, 2);

        Reply tokens = realm.api().backchannel(device.approved(realm.api(), SETTLED));
        assertThat(tokens.status()).as(tokens.body()).isEqualTo(200);
        assertThat(realm.api().refresh(tokens.refreshToken()).status()).isEqualTo(200);
        realm.assertRefused(realm.api().backchannel(device.approved(realm.api(), OWING)));
    }
}
