package io.agreements.keycloak.jpa.setup;

import io.agreements.keycloak.setup.condition.SetupProvider;
import io.agreements.keycloak.setup.condition.SetupProviderFactory;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

public final class JpaSetupProviderFactory implements SetupProviderFactory {

    private static final String ID = "jpa";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public SetupProvider create(KeycloakSession session) {
        return new JpaSetupProvider(
                session, session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
