package io.agreements.keycloak.testing.inside;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeFactory;

/** Adds {@link TomorrowsGrant} to the grants of a server. */
public final class TomorrowsGrantFactory implements OAuth2GrantTypeFactory {

    @Override
    public String getId() {
        return "urn:example:grant-type:tomorrow";
    }

    @Override
    public String getShortcut() {
        return "tm";
    }

    @Override
    public OAuth2GrantType create(KeycloakSession session) {
        return new TomorrowsGrant();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
