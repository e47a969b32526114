package io.agreements.keycloak.testing.clock;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts {@link ClockResource} below {@code /realms/master/testing-clock}; in a jar that only servers under test have. */
public final class ClockResourceProviderFactory implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "testing-clock";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new ClockResourceProvider();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
