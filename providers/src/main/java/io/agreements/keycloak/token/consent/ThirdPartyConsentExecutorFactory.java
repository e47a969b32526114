package io.agreements.keycloak.token.consent;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** Refuses to save or to serve a client that is marked as a third party's and has no consent required. */
public final class ThirdPartyConsentExecutorFactory implements ClientPolicyExecutorProviderFactory {

    static final String ID = "third-party-consent-required";

    /** Client attribute; {@code true} marks a third party's client. */
    static final String MARK = "agreements.thirdParty";

    @Override
    public ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> create(
            KeycloakSession session) {
        return new ThirdPartyConsentExecutor(session);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "Refuses to save, and to serve, a client with the attribute " + MARK
                + "=true unless consent is required for it.";
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
