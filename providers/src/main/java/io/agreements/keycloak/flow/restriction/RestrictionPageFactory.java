package io.agreements.keycloak.flow.restriction;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.conduct.Restrictions;
import io.agreements.keycloak.setup.flow.OwnAction;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

public final class RestrictionPageFactory implements RequiredActionFactory {

    @Override
    public String getId() {
        return Restrictions.REQUIRED_ACTION;
    }

    @Override
    public String getDisplayText() {
        return OwnAction.RESTRICTION.displayName();
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new RestrictionPage(session, ServerClock.INSTANCE);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
