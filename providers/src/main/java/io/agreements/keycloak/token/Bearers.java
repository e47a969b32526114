package io.agreements.keycloak.token;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.protocol.oidc.endpoints.TokenIntrospectionEndpoint;
import org.keycloak.protocol.oidc.grants.ciba.clientpolicy.context.BackchannelTokenResponseContext;
import org.keycloak.protocol.oidc.grants.device.clientpolicy.context.DeviceTokenResponseContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.context.JWTAuthorizationGrantContext;
import org.keycloak.services.clientpolicy.context.TokenExchangeRequestContext;
import org.keycloak.services.clientpolicy.context.TokenIntrospectContext;
import org.keycloak.services.clientpolicy.context.TokenRefreshResponseContext;
import org.keycloak.services.clientpolicy.context.UserInfoRequestContext;

/**
 * Finds out whom a request is about. Where Keycloak asks its client policies before it has looked at a token, a token that
 * this realm did not sign, or that is over, is about nobody: Keycloak itself turns it down afterwards.
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
        if (context instanceof TokenRefreshResponseContext refresh) {
            return Optional.of(Bearer.of(refresh.getClientSession()));
        }
        if (context instanceof DeviceTokenResponseContext device) {
            return Optional.of(Bearer.of(device.getClientSession()));
        }
        if (context instanceof BackchannelTokenResponseContext ciba) {
            return Optional.of(Bearer.of(ciba.getClientSessionContext().getClientSession()));
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
        if (context instanceof JWTAuthorizationGrantContext grant) {
            return Optional.of(new Bearer(user(grant), grant.getClient(), null));
        }
        return Optional.empty();
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
        UserSessionModel found = session.sessions().getUserSession(realm, token.getSessionId());
        if (found == null) {
            found = session.sessions().getOfflineUserSession(realm, token.getSessionId());
        }
        return new Bearer(found == null ? null : found.getUser(), client, found);
    }

    private UserModel user(JWTAuthorizationGrantContext grant) {
        String subject = grant.getAuthorizationGrantContext().getSubject();
        return session.users()
                .getUserByFederatedIdentity(
                        realm, new FederatedIdentityModel(grant.getIdentityProviderAlias(), subject, null));
    }
}
