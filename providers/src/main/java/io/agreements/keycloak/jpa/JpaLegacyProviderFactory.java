package io.agreements.keycloak.jpa;

import io.agreements.keycloak.acceptance.legacy.LegacyProvider;
import io.agreements.keycloak.acceptance.legacy.LegacyProviderFactory;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

public final class JpaLegacyProviderFactory implements LegacyProviderFactory {

    private static final String ID = "jpa";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public LegacyProvider create(KeycloakSession session) {
        return new JpaLegacyProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
