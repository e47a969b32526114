package io.agreements.keycloak.jpa.audit;

import io.agreements.keycloak.audit.AuditProvider;
import io.agreements.keycloak.audit.AuditProviderFactory;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

public final class JpaAuditProviderFactory implements AuditProviderFactory {

    private static final String ID = "jpa";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public AuditProvider create(KeycloakSession session) {
        return new JpaAuditProvider(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
