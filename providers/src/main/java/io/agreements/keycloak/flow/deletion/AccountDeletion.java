package io.agreements.keycloak.flow.deletion;

import io.agreements.keycloak.CollisionException;
import io.agreements.keycloak.account.deletion.CoolingOff;
import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.account.rate.RateExceededException;
import io.agreements.keycloak.conduct.Imposed;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.conduct.Restrictions;
import io.agreements.keycloak.flow.EndedSignIn;
import io.agreements.keycloak.flow.MailedLink;
import io.agreements.keycloak.flow.PageAgain;
import io.agreements.keycloak.flow.SessionEnd;
import io.agreements.keycloak.flow.SignIn;
import io.agreements.keycloak.page.Assets;
import io.agreements.keycloak.page.PageMessages;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;

/**
 * Lets a user ask for the deletion of the account, and shows who signs in meanwhile when it is due. Signing in never
 * cancels it by itself: the user says so, or signs out.
 */
final class AccountDeletion implements RequiredActionProvider {

    private static final String DECISION = "account-deletion-decision";
    private static final String CONFIRM_PAGE = "account-deletion.ftl";
    private static final String PENDING_PAGE = "account-deletion-pending.ftl";

    private final DeletionRequests requests;
    private final KeycloakSession session;
    private final Clock clock;

    AccountDeletion(KeycloakSession session, Clock clock) {
        this.session = session;
        this.requests = new DeletionRequests(session, clock);
        this.clock = clock;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    /** Whoever asks for a deletion has just signed in. */
    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return 0;
    }

    /** The request sets the action on users whom Keycloak keeps itself; of others there is something to find out. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        EndedSignIn.check(context);
        if (!MailedLink.isAllThatWasShown(context)
                && !DeletionRequests.isFlagged(context.getUser())
                && requests.isPending(context.getRealm(), context.getUser())) {
            context.getAuthenticationSession().addRequiredAction(DeletionRequests.REQUIRED_ACTION);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        EndedSignIn.check(context);
        if (MailedLink.isAllThatWasShown(context)) {
            context.ignore();
            return;
        }
        Optional<DeletionRequest> request = requests.find(context.getRealm(), context.getUser());
        DeletionWish wish = DeletionWish.of(context);
        if (SignIn.of(context).isImpersonated() || !wish.isMade() && isBlocked(context)) {
            context.ignore();
        } else if (request.isPresent()) {
            showPending(context, request.get());
        } else if (!isInitiated(context) && !wish.isMade()) {
            context.success();
        } else if (wish.isPossible() && isFresh(context)) {
            showConfirmation(context, form(context));
        } else if (wish.isPossible()) {
            wish.signInAgain();
        } else {
            context.challenge(context.form()
                    .setError(Messages.DELETE_ACCOUNT_LACK_PRIVILEDGES)
                    .createForm("error.ftl"));
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        EndedSignIn.check(context);
        try {
            proceed(context);
        } catch (CollisionException e) {
            throw PageAgain.of(session, context.getRealm(), context.getAuthenticationSession());
        }
    }

    private void proceed(RequiredActionContext context) {
        if (!DeletionWish.of(context).isMade() && isBlocked(context)) {
            showWhyBlocked(context);
            return;
        }
        String decision = context.getHttpRequest().getDecodedFormParameters().getFirst(DECISION);
        switch (Objects.requireNonNullElse(decision, "")) {
            case "request" -> request(context);
            case "keep" -> keep(context);
            case "leave" -> leave(context);
            default -> requiredActionChallenge(context);
        }
    }

    private void request(RequiredActionContext context) {
        DeletionWish wish = DeletionWish.of(context);
        if ((isInitiated(context) || wish.isMade()) && wish.isPossible() && isFresh(context)) {
            try {
                requests.request(
                        context.getRealm(),
                        context.getUser(),
                        SignIn.of(context).userSession());
            } catch (RateExceededException e) {
                Instant again = clock.instant().plus(e.timeToWait());
                showConfirmation(context, form(context).setError("accountDeletionTooOften", date(context, again)));
                return;
            }
            wish.drop();
        }
        if (isBlocked(context)) {
            showWhyBlocked(context);
        } else {
            requiredActionChallenge(context);
        }
    }

    private void showWhyBlocked(RequiredActionContext context) {
        context.challenge(AuthenticationManager.redirectToRequiredActions(
                session,
                context.getRealm(),
                context.getAuthenticationSession(),
                context.getUriInfo(),
                Restrictions.REQUIRED_ACTION));
    }

    /** The page that says why the account gives no service says what becomes of it too. */
    private boolean isBlocked(RequiredActionContext context) {
        return Imposed.effect(imposed(context), clock.instant()).blocks();
    }

    /** What the operator closes, the user cannot keep. */
    private boolean isTerminated(RequiredActionContext context) {
        return Imposed.effect(imposed(context), clock.instant()) == Effect.TERMINATED;
    }

    private Optional<Restriction> imposed(RequiredActionContext context) {
        return Imposed.on(session, context.getRealm(), context.getUser(), clock)
                .at(context.getAuthenticationSession(), SignIn.of(context).userSession());
    }

    private void keep(RequiredActionContext context) {
        if (isTerminated(context)) {
            showWhyBlocked(context);
            return;
        }
        if (SignIn.of(context).isImpersonated()) {
            requiredActionChallenge(context);
            return;
        }
        requests.cancel(context.getRealm(), context.getUser());
        DeletionWish.of(context).drop();
        context.success();
    }

    private void leave(RequiredActionContext context) {
        SessionEnd.of(session, SignIn.of(context).userSession());
        context.failure("Deletion of the account requested");
    }

    private void showConfirmation(RequiredActionContext context, LoginFormsProvider form) {
        long days = CoolingOff.of(context.getRealm()).toDays();
        context.challenge(form.setAttribute("deletionInitiated", isInitiated(context))
                .setAttribute("deletionDays", days)
                .setAttribute("deletionErasesEvents", requests.erasesEvents())
                .setAttribute(
                        "deletionRecords",
                        requests.recordsAhead(context.getRealm(), context.getUser())
                                .name())
                .setAttribute("deletionDate", date(context, clock.instant().plus(CoolingOff.of(context.getRealm()))))
                .createForm(CONFIRM_PAGE));
    }

    private void showPending(RequiredActionContext context, DeletionRequest request) {
        context.challenge(form(context)
                .setAttribute("deletionHeld", request.hold() != null)
                .setAttribute("deletionIsDue", !request.dueAt().isAfter(clock.instant()))
                .setAttribute("deletionDate", date(context, request.dueAt()))
                .createForm(PENDING_PAGE));
    }

    private static LoginFormsProvider form(RequiredActionContext context) {
        LoginFormsProvider form = context.form().setAttribute("agreementAssets", Assets.CURRENT);
        PageAgain.message(context.getAuthenticationSession()).ifPresent(form::setError);
        return form;
    }

    private String date(RequiredActionContext context, Instant moment) {
        return PageMessages.of(session, context.getRealm(), session.getContext().resolveLocale(context.getUser()))
                .moment(moment);
    }

    private static boolean isInitiated(RequiredActionContext context) {
        return DeletionRequests.REQUIRED_ACTION.equals(
                context.getAuthenticationSession().getClientNote(Constants.KC_ACTION));
    }

    /** Keycloak itself sees to it where an application sent the user here. */
    private static boolean isFresh(RequiredActionContext context) {
        return isInitiated(context) || DeletionWish.of(context).isFresh();
    }

    @Override
    public void close() {}
}
