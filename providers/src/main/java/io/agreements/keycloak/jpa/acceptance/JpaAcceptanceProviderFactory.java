package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.AcceptanceProviderFactory;
import jakarta.persistence.EntityManager;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

public final class JpaAcceptanceProviderFactory implements AcceptanceProviderFactory {

    private static final String ID = "jpa";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AcceptanceProvider create(KeycloakSession session) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return new JpaAcceptanceProvider(
                entities, new StandingQueries(entities, new PermittedUsers(session, entities)));
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
