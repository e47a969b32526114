package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.rest.PlainAddress;
import io.agreements.keycloak.rest.PlainHeaders;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Answers below {@code /realms/{realm}/agreements}. */
public final class OpenAgreementsResourceProviderFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return AgreementUrls.SEGMENT;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                PlainAddress.require(session);
                PlainHeaders.require(session);
                return new OpenAgreementsResource(session, ServerClock.INSTANCE);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
