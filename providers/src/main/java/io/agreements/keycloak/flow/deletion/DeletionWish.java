package io.agreements.keycloak.flow.deletion;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.account.deletion.DeletionRight;
import io.agreements.keycloak.flow.MailedLink;
import io.agreements.keycloak.flow.SignIn;
import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * That a user who declines would rather have the account deleted. It is kept in the authentication session, for that user
 * only, and outlasts signing in once more.
 */
public final class DeletionWish {

    private static final String NOTE = "agreements.deletion.wish";
    private static final String ACTION = DeletionRequests.REQUIRED_ACTION;

    private final RequiredActionContext context;

    private DeletionWish(RequiredActionContext context) {
        this.context = context;
    }

    public static DeletionWish of(RequiredActionContext context) {
        return new DeletionWish(context);
    }

    /** Whether the user may have the account deleted here: nobody else may, nor who only has followed a mailed link. */
    public boolean isPossible() {
        return isEnabled()
                && mayDelete()
                && !SignIn.of(context).isImpersonated()
                && !MailedLink.isAllThatWasShown(context);
    }

    /** Leads to the page that says what will happen. */
    public void make() {
        authSession().setClientNote(NOTE, context.getUser().getId());
        authSession().addRequiredAction(ACTION);
        context.challenge(AuthenticationManager.redirectToRequiredActions(
                context.getSession(), context.getRealm(), authSession(), context.getUriInfo(), ACTION));
    }

    boolean isMade() {
        return context.getUser().getId().equals(authSession().getClientNote(NOTE));
    }

    /** Whether the user is being asked about it; then it is settled before anything else is shown. */
    public boolean isUnderWay() {
        if (!isMade() || !isPossible()) {
            return false;
        }
        authSession().addRequiredAction(ACTION);
        return true;
    }

    void drop() {
        authSession().removeClientNote(NOTE);
        authSession().removeRequiredAction(ACTION);
    }

    /**
     * Whether a deletion, wished or pending, is settled before anything else is asked. What comes first then is in the
     * authentication session or on the user, so that nobody gets past both.
     */
    public boolean comesFirst() {
        return isUnderWay()
                || isEnabled()
                        && !MailedLink.isAllThatWasShown(context)
                        && new DeletionRequests(context.getSession(), ServerClock.INSTANCE)
                                .isPending(context.getRealm(), context.getUser());
    }

    /** Whether the user has signed in for this, and not gone on with an earlier sign-in. */
    boolean isFresh() {
        return !AuthenticatorUtil.isSSOAuthentication(authSession());
    }

    /** Has the user sign in again; the wish stays. */
    void signInAgain() {
        AuthenticationManager.expireIdentityCookie(context.getSession());
        AuthenticationProcessor.resetFlow(authSession(), LoginActionsService.AUTHENTICATE_PATH);
        new AuthenticationProcessor()
                .setAuthenticationSession(authSession())
                .setForwardedInfoMessage(new FormMessage(Messages.REAUTHENTICATE));
        AuthenticationFlowURLHelper urls =
                new AuthenticationFlowURLHelper(context.getSession(), context.getRealm(), context.getUriInfo());
        context.challenge(Response.status(Response.Status.FOUND)
                .location(urls.getLastExecutionUrl(authSession()))
                .build());
    }

    private boolean isEnabled() {
        return DeletionRight.isOffered(context.getRealm());
    }

    private boolean mayDelete() {
        return DeletionRight.has(context.getRealm(), context.getUser());
    }

    private AuthenticationSessionModel authSession() {
        return context.getAuthenticationSession();
    }
}
