package io.agreements.keycloak.testing.clock;

import org.keycloak.services.resource.RealmResourceProvider;

final class ClockResourceProvider implements RealmResourceProvider {

    @Override
    public Object getResource() {
        return new ClockResource();
    }

    @Override
    public void close() {}
}
