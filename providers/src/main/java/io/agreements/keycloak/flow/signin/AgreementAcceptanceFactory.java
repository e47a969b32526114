package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.flow.SignIn;
import io.agreements.keycloak.setup.flow.OwnAction;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

public final class AgreementAcceptanceFactory implements RequiredActionFactory {

    static final String ID = SignIn.REQUIRED_ACTION;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayText() {
        return OwnAction.ACCEPTANCE.displayName();
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new AgreementAcceptance(ServerClock.INSTANCE);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new RequiredActionRegistration());
    }

    @Override
    public void close() {}
}
