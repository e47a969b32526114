package io.agreements.keycloak.flow.barred;

import io.agreements.keycloak.ServerClock;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticatorFactory;
import org.keycloak.models.KeycloakSession;

/** Takes the place of Keycloak's step that makes users who come from an identity provider. */
public final class BarredNewcomersFactory extends IdpCreateUserIfUniqueAuthenticatorFactory {

    @Override
    public int order() {
        return TakenNames.ORDER;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new BarredNewcomers(ServerClock.INSTANCE);
    }
}
