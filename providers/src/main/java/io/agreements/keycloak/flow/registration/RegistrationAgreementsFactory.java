package io.agreements.keycloak.flow.registration;

import io.agreements.keycloak.ServerClock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormActionFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

public final class RegistrationAgreementsFactory implements FormActionFactory {

    static final String ID = "registration-agreements";

    private static final Requirement[] REQUIREMENTS = {Requirement.REQUIRED, Requirement.DISABLED};

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public FormAction create(KeycloakSession session) {
        return new RegistrationAgreements(session, ServerClock.INSTANCE);
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
        return "Shows the realm's agreements on the registration form and asks for the required ones to be accepted or taken"
                + " note of.";
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
