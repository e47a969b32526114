package io.agreements.keycloak.testing.inside;

import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.grants.OAuth2GrantTypeBase;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Inside the server under test: a grant that no Keycloak has, made of what Keycloak has for those who add one. It gives
 * tokens of whomever is named.
 */
final class TomorrowsGrant extends OAuth2GrantTypeBase {

    @Override
    public Response process(Context asked) {
        setContext(asked);
        UserModel user = session.users().getUserByUsername(realm, formParams.getFirst("username"));
        AuthenticationSessionModel signIn = new AuthenticationSessionManager(session)
                .createAuthenticationSession(realm, false)
                .createAuthenticationSession(client);
        signIn.setAuthenticatedUser(user);
        signIn.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        signIn.setClientNote(
                OIDCLoginProtocol.ISSUER,
                Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName()));
        AuthenticationManager.setClientScopesInSession(session, signIn);
        UserSessionModel userSession = new UserSessionManager(session)
                .createUserSession(
                        signIn.getParentSession().getId(),
                        realm,
                        user,
                        user.getUsername(),
                        clientConnection.getRemoteHost(),
                        "tomorrow",
                        false,
                        null,
                        null,
                        UserSessionModel.SessionPersistenceState.PERSISTENT);
        ClientSessionContext clientSession = TokenManager.attachAuthenticationSession(session, userSession, signIn);
        return createTokenResponse(user, userSession, clientSession, null, false, null);
    }

    @Override
    public EventType getEventType() {
        return EventType.LOGIN;
    }

    @Override
    public Set<String> getTokenParameterNames() {
        return Set.of();
    }
}
