package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.ServerClock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

public final class AcceptedConditionFactory implements ConditionalAuthenticatorFactory {

    static final String AGREEMENTS = "agreements";
    static final String NEGATE = "negate";

    private static final String ID = "agreements-accepted";
    private static final Requirement[] REQUIREMENTS = {Requirement.REQUIRED, Requirement.DISABLED};

    private final ConditionalAuthenticator condition = new AcceptedCondition(ServerClock.INSTANCE);

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public ConditionalAuthenticator getSingleton() {
        return condition;
    }

    @Override
    public String getDisplayType() {
        return "Condition - agreements accepted";
    }

    @Override
    public String getReferenceCategory() {
        return "condition";
    }

    @Override
    public String getHelpText() {
        return "The flow is executed only if the user has accepted certain agreements, or taken note of"
                + " those that ask no more, and that still holds.";
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
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(AGREEMENTS)
                .label("Agreements")
                .helpText("Keys of the agreements that must be accepted. If none is given, all required agreements in"
                        + " force that concern the user.")
                .type(ProviderConfigProperty.MULTIVALUED_STRING_TYPE)
                .add()
                .property()
                .name(NEGATE)
                .label("Negate output")
                .helpText("Executes the flow only if they are not all accepted.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(false)
                .add()
                .build();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
