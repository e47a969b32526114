package io.agreements.keycloak.token.consent;

import org.keycloak.OAuthErrorException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientCRUDContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** A third party's client gets nothing about users who were not asked: it has to have consent required. */
final class ThirdPartyConsentExecutor
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    private final KeycloakSession session;

    ThirdPartyConsentExecutor(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        switch (context.getEvent()) {
            case REGISTERED, UPDATED ->
                requireConsent(
                        ((ClientCRUDContext) context).getTargetClient(), OAuthErrorException.INVALID_CLIENT_METADATA);
            case AUTHORIZATION_REQUEST,
                    PUSHED_AUTHORIZATION_REQUEST,
                    DEVICE_AUTHORIZATION_REQUEST,
                    DEVICE_TOKEN_REQUEST,
                    BACKCHANNEL_AUTHENTICATION_REQUEST,
                    BACKCHANNEL_TOKEN_REQUEST,
                    RESOURCE_OWNER_PASSWORD_CREDENTIALS_REQUEST,
                    TOKEN_REQUEST,
                    TOKEN_REFRESH,
                    TOKEN_EXCHANGE_REQUEST,
                    JWT_AUTHORIZATION_GRANT,
                    SAML_AUTHN_REQUEST ->
                requireConsent(session.getContext().getClient(), OAuthErrorException.UNAUTHORIZED_CLIENT);
            default -> {}
        }
    }

    private static void requireConsent(ClientModel client, String error) throws ClientPolicyException {
        if (Boolean.parseBoolean(client.getAttribute(ThirdPartyConsentExecutorFactory.MARK))
                && !client.isConsentRequired()) {
            throw new ClientPolicyException(
                    error, "The client is a third party's: 'Consent required' has to be switched on for it");
        }
    }

    @Override
    public String getProviderId() {
        return ThirdPartyConsentExecutorFactory.ID;
    }
}
