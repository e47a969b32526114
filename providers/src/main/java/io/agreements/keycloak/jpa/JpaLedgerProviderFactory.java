package io.agreements.keycloak.jpa;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerProviderFactory;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

public final class JpaLedgerProviderFactory implements LedgerProviderFactory {

    private static final String ID = "jpa";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public LedgerProvider create(KeycloakSession session) {
        return new JpaLedgerProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
