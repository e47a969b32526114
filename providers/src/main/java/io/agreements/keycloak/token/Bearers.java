package io.agreements.keycloak.token;

import jakarta.ws.rs.HttpMethod;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.protocol.oidc.endpoints.TokenIntrospectionEndpoint;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.context.IdentityBrokeringAPIContext;
import org.keycloak.services.clientpolicy.context.JWTAuthorizationGrantContext;
import org.keycloak.services.clientpolicy.context.TokenExchangeRequestContext;
import org.keycloak.services.clientpolicy.context.TokenIntrospectContext;
import org.keycloak.services.clientpolicy.context.TokenRefreshContext;
import org.keycloak.services.clientpolicy.context.UserInfoRequestContext;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.util.TokenUtil;

/**
 * Finds out whom a request is about. Where Keycloak asks its client policies before it has looked at a token, a token that
 * this realm did not sign, or that is over, is about nobody: Keycloak itself turns it down afterwards. A refresh is looked
 * at so early because the session caches keep what a transaction changed that is rolled back: a refresh token that is good
 * once would be spent by the refusal.
 */
final class Bearers {

    private final KeycloakSession session;
    private final RealmModel realm;

    Bearers(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Empty if the request is none of those that concern us, or about nobody. */
    Optional<Bearer> of(ClientPolicyContext context) {
        return find(context).filter(bearer -> bearer.user() != null && bearer.client() != null);
    }

    private Optional<Bearer> find(ClientPolicyContext context) {
        if (context instanceof TokenRefreshContext refresh) {
            return token(refresh.getParams().getFirst(OAuth2Constants.REFRESH_TOKEN))
                    .filter(token -> refresh.getClient().getClientId().equals(token.getIssuedFor()))
                    .map(token -> of(token, refresh.getClient()));
        }
        if (context instanceof UserInfoRequestContext userInfo) {
            return Optional.of(Bearer.of(userInfo.getClientSession()));
        }
        if (context instanceof TokenIntrospectContext introspection) {
            return token(introspection.getParams().getFirst(TokenIntrospectionEndpoint.PARAM_TOKEN))
                    .map(token -> of(token, realm.getClientByClientId(token.getIssuedFor())));
        }
        if (context instanceof TokenExchangeRequestContext exchange) {
            TokenExchangeContext request = exchange.getTokenExchangeContext();
            return token(request.getParams().getSubjectToken()).map(token -> of(token, request.getClient()));
        }
        if (context instanceof IdentityBrokeringAPIContext brokering) {
            return inForm().flatMap(this::token).map(token -> of(token, brokering.getClient()));
        }
        if (context instanceof JWTAuthorizationGrantContext grant) {
            return Optional.of(new Bearer(user(grant), grant.getClient(), null));
        }
        return Optional.empty();
    }

    /** Of tokens that have just been made; empty if they are about nobody. */
    Optional<Bearer> of(TokenPostProcessorContext made) {
        AuthenticatedClientSessionModel clientSession = made.clientSessionCtx().getClientSession();
        UserSessionModel userSession = lasting(clientSession.getUserSession());
        ClientModel client = Optional.ofNullable(made.accessToken())
                .map(AccessToken::getIssuedFor)
                .map(realm::getClientByClientId)
                .orElseGet(clientSession::getClient);
        return Optional.ofNullable(userSession.getUser()).map(user -> new Bearer(user, client, userSession));
    }

    /** The session that a passing one was made from, if it was: notes are kept there. */
    private UserSessionModel lasting(UserSessionModel userSession) {
        return userSession.getPersistenceState() == UserSessionModel.SessionPersistenceState.TRANSIENT
                ? stored(userSession.getId()).orElse(userSession)
                : userSession;
    }

    private Optional<UserSessionModel> stored(String sessionId) {
        UserSessionModel online = session.sessions().getUserSession(realm, sessionId);
        return Optional.ofNullable(
                online != null ? online : session.sessions().getOfflineUserSession(realm, sessionId));
    }

    /** Of the access token that a request shows, in a form or in its header; empty if it shows none. */
    Optional<Bearer> shown() {
        return inForm().or(this::inHeader)
                .flatMap(this::token)
                .map(token -> of(token, realm.getClientByClientId(token.getIssuedFor())))
                .filter(bearer -> bearer.user() != null && bearer.client() != null);
    }

    private Optional<String> inForm() {
        HttpRequest request = session.getContext().getHttpRequest();
        return HttpMethod.POST.equals(request.getHttpMethod())
                ? Optional.ofNullable(request.getDecodedFormParameters().getFirst(OAuth2Constants.TOKEN))
                : Optional.empty();
    }

    private Optional<String> inHeader() {
        return Optional.ofNullable(AppAuthManager.extractAuthorizationHeaderTokenOrReturnNull(
                        session.getContext().getHttpRequest().getHttpHeaders()))
                .map(header -> header.getToken());
    }

    private Optional<AccessToken> token(String token) {
        return Optional.ofNullable(token)
                .map(encoded -> session.tokens().decode(encoded, AccessToken.class))
                .filter(AccessToken::isActive);
    }

    private Bearer of(AccessToken token, ClientModel client) {
        if (token.getSessionId() == null) {
            return new Bearer(
                    token.getSubject() == null ? null : session.users().getUserById(realm, token.getSubject()),
                    client,
                    null);
        }
        UserSessionModel found = userSession(token);
        return new Bearer(found == null ? null : found.getUser(), client, found);
    }

    /** An access token does not say whether the session behind it is an offline one; an online one comes first. */
    private UserSessionModel userSession(AccessToken token) {
        UserSessionModel online = TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType())
                ? null
                : session.sessions().getUserSession(realm, token.getSessionId());
        return online != null ? online : session.sessions().getOfflineUserSession(realm, token.getSessionId());
    }

    private UserModel user(JWTAuthorizationGrantContext grant) {
        String subject = grant.getAuthorizationGrantContext().getSubject();
        return session.users()
                .getUserByFederatedIdentity(
                        realm, new FederatedIdentityModel(grant.getIdentityProviderAlias(), subject, null));
    }
}
