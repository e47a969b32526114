package io.agreements.keycloak.account.export;

import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * That somebody has shown who they are, as long as that counts.
 *
 * @param sessionId of the sign-in, and of the user session it belongs to if there is one
 * @param tabId the browser's tab
 * @param ongoing whether it goes on with an earlier sign-in, and so ends with its user session
 * @param passwordSince when the user's password was set, in milliseconds; 0 if Keycloak keeps none
 */
public record SignInProof(String sessionId, String tabId, boolean ongoing, long passwordSince) {

    /** @param userSession the session signed in with before; null if there is none */
    public static SignInProof of(AuthenticationSessionModel authSession, UserSessionModel userSession, UserModel user) {
        return new SignInProof(
                authSession.getParentSession().getId(),
                authSession.getTabId(),
                userSession != null,
                passwordSince(user));
    }

    boolean holds(KeycloakSession session, RealmModel realm, ClientModel client, UserModel user) {
        return passwordSince == passwordSince(user)
                && isUnderWay(session, realm, client, user)
                && (!ongoing || isSignedIn(session, realm));
    }

    private boolean isUnderWay(KeycloakSession session, RealmModel realm, ClientModel client, UserModel user) {
        RootAuthenticationSessionModel root =
                session.authenticationSessions().getRootAuthenticationSession(realm, sessionId);
        return Optional.ofNullable(root)
                .map(found -> found.getAuthenticationSession(client, tabId))
                .map(AuthenticationSessionModel::getAuthenticatedUser)
                .filter(signedIn -> signedIn.getId().equals(user.getId()))
                .isPresent();
    }

    private boolean isSignedIn(KeycloakSession session, RealmModel realm) {
        UserSessionModel userSession = session.sessions().getUserSession(realm, sessionId);
        return userSession != null
                && userSession.getState() != UserSessionModel.State.LOGGING_OUT
                && userSession.getState() != UserSessionModel.State.LOGGED_OUT;
    }

    private static long passwordSince(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(CredentialModel::getCreatedDate)
                .mapToLong(created -> created == null ? 0 : created)
                .max()
                .orElse(0);
    }
}
