package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.AcceptanceAction;
import io.agreements.keycloak.acceptance.Impersonation;
import io.agreements.keycloak.ledger.Method;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What is known of the sign-in in progress.
 *
 * @param userSession the session signed in with before, when single sign-on is at work; null at a fresh sign-in
 * @param passwordGrant whether it is the OAuth password grant, where nobody can be asked
 * @param method how a decision made in it comes about
 */
public record SignIn(UserSessionModel userSession, boolean passwordGrant, Method method) {

    /** The required action that asks whoever signs in. */
    public static final String REQUIRED_ACTION = AcceptanceAction.ID;

    public static SignIn of(RequiredActionContext context) {
        return of(context.getSession(), context.getUser(), context.getAuthenticationSession(), context.getEvent());
    }

    /** @param user null if it is not known yet who signs in */
    public static SignIn of(
            KeycloakSession session, UserModel user, AuthenticationSessionModel authSession, EventBuilder event) {
        return new SignIn(userSession(session, user, authSession), isPasswordGrant(event), method(authSession));
    }

    /** An optional consent is asked for at a fresh sign-in only, so that it can never turn a silent one into an error. */
    public boolean isFresh() {
        return userSession == null;
    }

    /** Whether an administrator acts as the user. Only the user accepts. */
    public boolean isImpersonated() {
        return Impersonation.is(userSession);
    }

    private static UserSessionModel userSession(
            KeycloakSession session, UserModel user, AuthenticationSessionModel authSession) {
        String id = authSession.getParentSession().getId();
        UserSessionModel userSession = session.sessions().getUserSession(authSession.getRealm(), id);
        return userSession != null && user != null && isOf(user, userSession) ? userSession : null;
    }

    private static boolean isOf(UserModel user, UserSessionModel userSession) {
        return userSession.getUser() != null && userSession.getUser().getId().equals(user.getId());
    }

    private static boolean isPasswordGrant(EventBuilder event) {
        return event != null
                && event.getEvent().getDetails() != null
                && OAuth2Constants.PASSWORD.equals(event.getEvent().getDetails().get(Details.GRANT_TYPE));
    }

    public static Method method(AuthenticationSessionModel authSession) {
        boolean initiated = REQUIRED_ACTION.equals(authSession.getClientNote(Constants.KC_ACTION_EXECUTING))
                && !Boolean.parseBoolean(authSession.getClientNote(Constants.KC_ACTION_ENFORCED));
        if (initiated) {
            return Method.APPLICATION;
        }
        return isBrokered(authSession) ? Method.BROKER : Method.LOGIN;
    }

    /** Keycloak notes the identity provider for the session at the end, and in the flows before what it was told by it. */
    private static boolean isBrokered(AuthenticationSessionModel authSession) {
        return authSession.getUserSessionNotes().containsKey(Details.IDENTITY_PROVIDER)
                || authSession.getAuthNote(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE) != null
                || authSession.getAuthNote(PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT) != null;
    }
}
