package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.ServerClock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationFlowCallbackFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

public final class AgreementsAuthenticatorFactory implements AuthenticationFlowCallbackFactory {

    static final String ID = "agreements";

    private static final Requirement[] REQUIREMENTS = {Requirement.REQUIRED, Requirement.DISABLED};

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new AgreementsAuthenticator(session, ServerClock.INSTANCE);
    }

    @Override
    public String getDisplayType() {
        return "Agreements";
    }

    @Override
    public String getReferenceCategory() {
        return "agreements";
    }

    @Override
    public String getHelpText() {
        return "Asks for the agreements that are owed. Must come after what proves who the user is; in a first broker"
                + " login flow it may come before the user is created, and who declines there gets no account.";
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENTS.clone();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
