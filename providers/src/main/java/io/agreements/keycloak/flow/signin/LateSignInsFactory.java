package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.ServerClock;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** In every realm, without being switched on. */
public final class LateSignInsFactory implements EventListenerProviderFactory {

    @Override
    public String getId() {
        return "agreements-late-sign-ins";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new LateSignIns(session, ServerClock.INSTANCE);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
