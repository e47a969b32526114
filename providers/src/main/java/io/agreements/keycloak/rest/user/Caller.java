package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.RealmTimeZone;
import io.agreements.keycloak.acceptance.Impersonation;
import io.agreements.keycloak.account.deletion.CoolingOff;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.account.deletion.DeletionRight;
import io.agreements.keycloak.ledger.Method;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.models.AccountRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProvider;
import org.keycloak.protocol.oidc.AccessTokenIntrospectionProviderFactory;
import org.keycloak.protocol.oidc.TokenIntrospectionProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.Auth;
import org.keycloak.services.managers.AuthenticationManager;

/**
 * The user who calls, by an access token with the account client among its audience, as Keycloak's own account interface
 * wants it.
 */
final class Caller {

    /** How long ago somebody has just signed in. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final RealmModel realm;
    private final Auth auth;

    /** Whether it is the user, and nobody who acts for the user. */
    private final boolean itself;

    private final Clock clock;

    private Caller(RealmModel realm, Auth auth, boolean itself, Clock clock) {
        this.realm = realm;
        this.auth = auth;
        this.itself = itself;
        this.clock = clock;
    }

    /** 401 without such a token, or where it is a client's own; the answer carries the headers for other origins. */
    static Caller of(KeycloakSession session, RealmModel realm, Clock clock) {
        ClientModel account = realm.getClientByClientId(Constants.ACCOUNT_MANAGEMENT_CLIENT_ID);
        if (account == null || !account.isEnabled()) {
            throw new NotFoundException("account management not enabled");
        }
        AuthenticationManager.AuthResult authenticated =
                new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (authenticated == null) {
            throw new NotAuthorizedException("Bearer");
        }
        AccessToken token = whole(session, authenticated, account);
        Cors.builder()
                .checkAllowedOrigins(token)
                .allowedMethods("GET", "PUT", "POST", "DELETE")
                .exposedHeaders(HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.RETRY_AFTER)
                .auth()
                .add();
        if (!token.hasAudience(account.getClientId()) || authenticated.user().getServiceAccountClientLink() != null) {
            throw new NotAuthorizedException("Bearer");
        }
        Auth auth = new Auth(realm, token, authenticated.user(), account, authenticated.session(), false);
        boolean itself = !Impersonation.is(authenticated.session())
                && !Impersonation.is(authenticated.token())
                && !Impersonation.is(token);
        return new Caller(realm, auth, itself, clock);
    }

    /** A lightweight token leaves out what the server knows anyway. */
    private static AccessToken whole(
            KeycloakSession session, AuthenticationManager.AuthResult authenticated, ClientModel account) {
        AccessToken token = authenticated.token();
        if (token.getAudience() != null && token.getResourceAccess(account.getClientId()) != null) {
            return token;
        }
        AccessTokenIntrospectionProvider<?> introspection = (AccessTokenIntrospectionProvider<?>) session.getProvider(
                TokenIntrospectionProvider.class, AccessTokenIntrospectionProviderFactory.ACCESS_TOKEN_TYPE);
        return introspection.transformAccessToken(token, authenticated.session());
    }

    RealmModel realm() {
        return realm;
    }

    UserModel user() {
        return auth.getUser();
    }

    UserSessionModel session() {
        return auth.getSession();
    }

    /** The client by which the user calls. */
    String clientId() {
        return auth.getToken().getIssuedFor();
    }

    /** How what the user does by this client goes on record. */
    Method method() {
        return Constants.ACCOUNT_CONSOLE_CLIENT_ID.equals(clientId()) ? Method.ACCOUNT : Method.APPLICATION;
    }

    /** Null if the token belongs to no session. */
    String sessionId() {
        return session() == null ? null : session().getId();
    }

    /** 403 unless the token lets the client read what concerns the user's decisions. */
    void requireView() {
        auth.requireOneOf(
                AccountRoles.VIEW_PROFILE,
                AccountRoles.MANAGE_ACCOUNT,
                AccountRoles.VIEW_CONSENT,
                AccountRoles.MANAGE_CONSENT);
    }

    /** 403 unless the token lets the client decide for the user, and it is the user: nobody else accepts. */
    void requireDecide() {
        auth.requireOneOf(AccountRoles.MANAGE_ACCOUNT, AccountRoles.MANAGE_CONSENT);
        requireItself();
    }

    /** 403 unless the token lets the client read all that is kept of the user, and it is the user. */
    void requireExport() {
        auth.requireOneOf(AccountRoles.VIEW_PROFILE, AccountRoles.MANAGE_ACCOUNT);
        requireItself();
    }

    /** @param erasesEvents whether a deletion takes the user's sign-ins out of Keycloak's event store too */
    MyAccessRepresentation access(DeletionRequests requests) {
        return new MyAccessRepresentation(
                itself && hasOneOf(AccountRoles.MANAGE_ACCOUNT, AccountRoles.MANAGE_CONSENT),
                itself && hasOneOf(AccountRoles.VIEW_PROFILE, AccountRoles.MANAGE_ACCOUNT),
                itself && hasOneOf(AccountRoles.MANAGE_ACCOUNT),
                itself && DeletionRight.isOffered(realm) && DeletionRight.has(realm, user()),
                requests.find(realm, user()).isPresent(),
                requests.erasesEvents(),
                requests.recordsAhead(realm, user()),
                CoolingOff.of(realm).toDays(),
                RealmTimeZone.nameOf(realm));
    }

    /** 403 unless the token lets the client manage the account in some way, and it is the user. */
    void requireKeep() {
        auth.requireOneOf(AccountRoles.DELETE_ACCOUNT, AccountRoles.MANAGE_ACCOUNT);
        requireItself();
    }

    /** 403 unless the token lets the client delete the account, and it is the user. */
    void requireDelete() {
        auth.require(AccountRoles.DELETE_ACCOUNT);
        requireItself();
    }

    /** 403 unless the token lets the client manage the account, and it is the user. */
    void requireManage() {
        auth.require(AccountRoles.MANAGE_ACCOUNT);
        requireItself();
    }

    /** Whether the user has signed in just now, and not gone on with an earlier sign-in. */
    boolean isFresh() {
        return authTime()
                .filter(authTime -> authTime.plus(FRESH).isAfter(clock.instant()))
                .isPresent();
    }

    private Optional<Instant> authTime() {
        Long authTime = auth.getToken().getAuth_time();
        if (authTime != null) {
            return Optional.of(Instant.ofEpochSecond(authTime));
        }
        return Optional.ofNullable(session().getNote(AuthenticationManager.AUTH_TIME))
                .map(Long::valueOf)
                .map(Instant::ofEpochSecond);
    }

    static long freshSeconds() {
        return FRESH.toSeconds();
    }

    private boolean hasOneOf(String... roles) {
        return auth.hasOneOfAppRole(auth.getClient(), roles);
    }

    private void requireItself() {
        if (!itself) {
            throw ErrorResponse.error(
                    "Only the user can do that, and nobody who acts for the user.", Response.Status.FORBIDDEN);
        }
    }
}
