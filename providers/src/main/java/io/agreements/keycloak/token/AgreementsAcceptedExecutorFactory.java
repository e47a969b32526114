package io.agreements.keycloak.token;

import io.agreements.keycloak.ServerClock;
import java.util.Arrays;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

public final class AgreementsAcceptedExecutorFactory implements ClientPolicyExecutorProviderFactory {

    static final String ID = "agreements-accepted";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses tokens to clients whose user owes an agreement, on the ways on which the user cannot be asked.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<String> ways = Arrays.stream(WayIn.values()).map(WayIn::id).toList();
        return ProviderConfigurationBuilder.create()
                .property()
                .name(AgreementsAcceptedConfiguration.EVENTS)
                .label("Events")
                .helpText("On which ways it is looked whether the user owes an agreement.")
                .type(ProviderConfigProperty.MULTIVALUED_LIST_TYPE)
                .options(ways)
                .defaultValue(ways)
                .add()
                .property()
                .name(AgreementsAcceptedConfiguration.GRACE)
                .label("Grace")
                .helpText("How long after a version is enforced tokens are still given to users who were there before."
                        + " A duration of ISO 8601, such as P7D (days) or PT12H (hours); none if it is empty.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .build();
    }

    @Override
    public ClientPolicyExecutorProvider<AgreementsAcceptedConfiguration> create(KeycloakSession session) {
        return new AgreementsAcceptedExecutor(session, ServerClock.INSTANCE);
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
