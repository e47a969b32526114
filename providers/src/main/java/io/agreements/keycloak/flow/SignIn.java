package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.Impersonation;
import io.agreements.keycloak.ledger.Method;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;
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
record SignIn(UserSessionModel userSession, boolean passwordGrant, Method method) {

    static SignIn of(RequiredActionContext context) {
        return new SignIn(userSession(context), isPasswordGrant(context), method(context.getAuthenticationSession()));
    }

    /** An optional consent is asked for at a fresh sign-in only, so that it can never turn a silent one into an error. */
    boolean isFresh() {
        return userSession == null;
    }

    /** Whether an administrator acts as the user. Only the user accepts. */
    boolean isImpersonated() {
        return Impersonation.is(userSession);
    }

    private static UserSessionModel userSession(RequiredActionContext context) {
        String id = context.getAuthenticationSession().getParentSession().getId();
        UserSessionModel userSession = context.getSession().sessions().getUserSession(context.getRealm(), id);
        return userSession != null && isOf(context.getUser(), userSession) ? userSession : null;
    }

    private static boolean isOf(UserModel user, UserSessionModel userSession) {
        return userSession.getUser() != null && userSession.getUser().getId().equals(user.getId());
    }

    private static boolean isPasswordGrant(RequiredActionContext context) {
        return context.getEvent() != null
                && context.getEvent().getEvent().getDetails() != null
                && OAuth2Constants.PASSWORD.equals(
                        context.getEvent().getEvent().getDetails().get(Details.GRANT_TYPE));
    }

    private static Method method(AuthenticationSessionModel authSession) {
        boolean initiated =
                AgreementAcceptanceFactory.ID.equals(authSession.getClientNote(Constants.KC_ACTION_EXECUTING))
                        && !Boolean.parseBoolean(authSession.getClientNote(Constants.KC_ACTION_ENFORCED));
        if (initiated) {
            return Method.APPLICATION;
        }
        return authSession.getUserSessionNotes().containsKey(Details.IDENTITY_PROVIDER) ? Method.BROKER : Method.LOGIN;
    }
}
