package io.agreements.keycloak.flow.restriction;

import io.agreements.keycloak.CollisionException;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.account.rate.RateExceededException;
import io.agreements.keycloak.conduct.Imposed;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.conduct.RestrictionRefusal;
import io.agreements.keycloak.conduct.Restrictions;
import io.agreements.keycloak.flow.EndedSignIn;
import io.agreements.keycloak.flow.MailedLink;
import io.agreements.keycloak.flow.PageAgain;
import io.agreements.keycloak.flow.PasswordGrantRefusal;
import io.agreements.keycloak.flow.SessionEnd;
import io.agreements.keycloak.flow.SignIn;
import io.agreements.keycloak.flow.deletion.DeletionWish;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Shows whoever has signed in what is imposed on the account: where it gives no service there is no way on, elsewhere the
 * profile can be corrected at once. Before the password nobody is told anything, nor who only has followed a mailed link.
 */
final class RestrictionPage implements RequiredActionProvider {

    private static final String ID = Restrictions.REQUIRED_ACTION;
    private static final String DECISION = "restriction-decision";
    private static final String UPDATE_PROFILE = UserModel.RequiredAction.UPDATE_PROFILE.name();

    private static final String APPEAL = "restriction-appeal";

    /** Which notice was shown in this sign-in. */
    private static final String SEEN = "agreements.notice.seen";

    private final KeycloakSession session;
    private final DeletionRequests deletions;
    private final Clock clock;

    RestrictionPage(KeycloakSession session, Clock clock) {
        this.session = session;
        this.deletions = new DeletionRequests(session, clock);
        this.clock = clock;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        EndedSignIn.check(context);
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        authSession.removeRequiredAction(ID);
        SignIn signIn = SignIn.of(context);
        if (!signIn.passwordGrant() && MailedLink.isAllThatWasShown(context)) {
            return;
        }
        Optional<Restriction> found = imposed(context);
        Effect effect = Imposed.effect(found, clock.instant());
        if (effect.blocks() && signIn.passwordGrant()) {
            throw PasswordGrantRefusal.of(
                    session,
                    context.getUser(),
                    authSession,
                    context.getEvent(),
                    RestrictionRefusal.of(session, context.getRealm(), effect));
        }
        boolean blocked = effect.blocks() && !DeletionWish.of(context).isUnderWay();
        boolean told = effect == Effect.NOTIFIED
                && signIn.isFresh()
                && !signIn.passwordGrant()
                && !found.orElseThrow().id().equals(authSession.getAuthNote(SEEN));
        if (blocked || told) {
            authSession.addRequiredAction(ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        EndedSignIn.check(context);
        Optional<Restriction> found = imposed(context);
        if (found.isEmpty()) {
            context.success();
        } else {
            show(context, found.get());
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
        String decision = context.getHttpRequest().getDecodedFormParameters().getFirst(DECISION);
        switch (Objects.requireNonNullElse(decision, "")) {
            case "correct" -> goOn(context, true);
            case "later" -> goOn(context, false);
            case "delete" -> delete(context);
            case "keep" -> keep(context);
            case "appeal" -> appeal(context);
            case "leave" -> leave(context);
            default -> requiredActionChallenge(context);
        }
    }

    private void goOn(RequiredActionContext context, boolean corrects) {
        Optional<Restriction> found = imposed(context);
        if (Imposed.effect(found, clock.instant()).blocks()) {
            show(context, found.orElseThrow());
            return;
        }
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        found.ifPresent(notice -> authSession.setAuthNote(SEEN, notice.id()));
        if (corrects && isProfileOpen(context)) {
            authSession.addRequiredAction(UPDATE_PROFILE);
        }
        context.success();
    }

    private void delete(RequiredActionContext context) {
        DeletionWish wish = DeletionWish.of(context);
        if (wish.isPossible()
                && deletions.find(context.getRealm(), context.getUser()).isEmpty()) {
            wish.make();
        } else {
            requiredActionChallenge(context);
        }
    }

    private void keep(RequiredActionContext context) {
        Optional<Restriction> found = imposed(context);
        boolean own = found.filter(restriction -> restriction.effect(clock.instant()) == Effect.TERMINATED)
                .isEmpty();
        if (own && !SignIn.of(context).isImpersonated()) {
            deletions.cancel(context.getRealm(), context.getUser());
        }
        requiredActionChallenge(context);
    }

    /** Nobody but the user objects. What cannot be kept is shown again in its field. */
    private void appeal(RequiredActionContext context) {
        Optional<Restriction> found = imposed(context);
        if (found.isEmpty() || SignIn.of(context).isImpersonated()) {
            requiredActionChallenge(context);
            return;
        }
        String text = Objects.requireNonNullElse(
                        context.getHttpRequest().getDecodedFormParameters().getFirst(APPEAL), "")
                .replace("\r\n", "\n");
        try {
            new Restrictions(session, clock).appeal(context.getRealm(), context.getUser(), found.get(), text);
            requiredActionChallenge(context);
        } catch (IllegalArgumentException unusable) {
            form(context).withAppeal(text, "restrictionAppealUnusable").show(found.get(), isProfileOpen(context));
        } catch (RateExceededException tooOften) {
            form(context).withAppeal(text, "restrictionAppealTooOften").show(found.get(), isProfileOpen(context));
        }
    }

    private RestrictionForm form(RequiredActionContext context) {
        return new RestrictionForm(session, context, deletions, clock);
    }

    private void leave(RequiredActionContext context) {
        SessionEnd.of(session, SignIn.of(context).userSession());
        context.failure("Account restricted");
    }

    private void show(RequiredActionContext context, Restriction restriction) {
        form(context).show(restriction, isProfileOpen(context));
    }

    private Optional<Restriction> imposed(RequiredActionContext context) {
        return Imposed.on(session, context.getRealm(), context.getUser(), clock)
                .at(context.getAuthenticationSession(), SignIn.of(context).userSession());
    }

    private static boolean isProfileOpen(RequiredActionContext context) {
        RequiredActionProviderModel action = context.getRealm().getRequiredActionProviderByAlias(UPDATE_PROFILE);
        return action != null && action.isEnabled();
    }

    @Override
    public void close() {}
}
