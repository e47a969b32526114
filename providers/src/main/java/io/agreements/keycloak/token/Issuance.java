package io.agreements.keycloak.token;

import io.agreements.keycloak.page.ClientRefusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.EventType;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.grants.OAuth2GrantType;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.services.clientpolicy.ClientPolicyEvent;
import org.keycloak.services.clientpolicy.context.ClientModelContext;
import org.keycloak.services.clientpolicy.context.ScopeParameterContext;

/**
 * How it comes that tokens are made.
 *
 * @param grantType by which grant they were asked for; null where that was not the token endpoint
 * @param signsIn whether a browser has just brought the user, who could have been asked there
 * @param clientSession for which they are
 * @param scope what they are good for
 */
record Issuance(String grantType, boolean signsIn, AuthenticatedClientSessionModel clientSession, String scope) {

    private static final Pattern TOKEN_ENDPOINT = Pattern.compile(".*/protocol/openid-connect/token/*");

    static Issuance of(KeycloakSession session, TokenPostProcessorContext made) {
        String grantType = grantType(session);
        boolean signsIn = made.code() != null || grantType == null || OAuth2Constants.PASSWORD.equals(grantType);
        return new Issuance(
                grantType,
                signsIn,
                made.clientSessionCtx().getClientSession(),
                made.clientSessionCtx().getScopeString());
    }

    /** Only there Keycloak goes by what the form says. */
    private static String grantType(KeycloakSession session) {
        if (!TOKEN_ENDPOINT.matcher(session.getContext().getUri().getPath()).matches()) {
            return null;
        }
        return session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(OAuth2Constants.GRANT_TYPE);
    }

    /** The way that the executor's settings know; empty for all others. */
    Optional<WayIn> named(Bearer bearer) {
        return WayIn.ofGrant(grantType, bearer);
    }

    /** What Keycloak tells its event listeners when it goes wrong, without the suffix of errors. */
    EventType eventType(KeycloakSession session) {
        OAuth2GrantType grant = grantType == null ? null : session.getProvider(OAuth2GrantType.class, grantType);
        return grant == null ? EventType.LOGIN : grant.getEventType();
    }

    /** What client policies are asked about it. */
    Question question(Bearer bearer) {
        ClientPolicyEvent event = named(bearer).map(WayIn::policyEvent).orElse(ClientPolicyEvent.TOKEN_RESPONSE);
        return new Question(event, bearer.client(), scope);
    }

    /** Whether the tokens would go to the client in the address of a page. */
    boolean isInBrowser() {
        return grantType == null && responseType() != null;
    }

    /** To the client, with an error in place of the tokens (RFC 6749, section 4.2.2.1). */
    Response sendBack(KeycloakSession session, ClientRefusal refusal) {
        OIDCResponseMode mode = OIDCResponseMode.parse(
                clientSession.getNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM), OIDCResponseType.parse(responseType()));
        OIDCRedirectUriBuilder redirect =
                OIDCRedirectUriBuilder.fromUri(clientSession.getRedirectUri(), mode, session, clientSession);
        refusal.body(OAuthErrorException.ACCESS_DENIED).forEach(redirect::addParam);
        redirect.addParam(OAuth2Constants.ISSUER, clientSession.getNote(OIDCLoginProtocol.ISSUER));
        String state = clientSession.getNote(OIDCLoginProtocol.STATE_PARAM);
        if (state != null) {
            redirect.addParam(OAuth2Constants.STATE, state);
        }
        return withBody(redirect.build());
    }

    /** Without one, what is thrown would be answered with Keycloak's page for errors. */
    private static Response withBody(Response response) {
        return response.hasEntity()
                ? response
                : Response.fromResponse(response)
                        .entity("")
                        .type(MediaType.TEXT_HTML_TYPE)
                        .build();
    }

    private String responseType() {
        return clientSession.getNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM);
    }

    /** What conditions of client policies go by. */
    record Question(ClientPolicyEvent event, ClientModel client, String scope)
            implements ClientModelContext, ScopeParameterContext {

        @Override
        public ClientPolicyEvent getEvent() {
            return event;
        }

        @Override
        public ClientModel getClient() {
            return client;
        }

        @Override
        public String getScopeParameter() {
            return scope;
        }
    }
}
