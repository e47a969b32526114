package io.agreements.keycloak.token;

import io.agreements.keycloak.ServerClock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

public final class IssuedTokensFactory implements TokenPostProcessorFactory {

    private static final String ID = "agreements-accepted";

    /** Before others do anything to tokens that are not given away. */
    private static final int FIRST = 1000;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public int order() {
        return FIRST;
    }

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new IssuedTokens(session, ServerClock.INSTANCE);
    }
}
