package io.agreements.keycloak.flow.deletion;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.setup.flow.OwnAction;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

public final class AccountDeletionFactory implements RequiredActionFactory {

    @Override
    public String getId() {
        return DeletionRequests.REQUIRED_ACTION;
    }

    @Override
    public String getDisplayText() {
        return OwnAction.DELETION.displayName();
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new AccountDeletion(session, ServerClock.INSTANCE);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
