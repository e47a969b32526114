package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Obligations;
import io.agreements.keycloak.acceptance.Situation;
import io.agreements.keycloak.agreement.Revision;
import io.agreements.keycloak.page.Assets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks a user who signs in for what is owed. It is set on the authentication session, not on the user, so that it works
 * for read-only user stores and leaves no flag behind.
 */
final class AgreementAcceptance implements RequiredActionProvider {

    private static final String ID = AgreementAcceptanceFactory.ID;
    private static final String ASKED = "agreements.asked";
    private static final String PAGE = "agreement-acceptance.ftl";
    private static final String DECLINED_PAGE = "agreement-declined.ftl";

    private final KeycloakSession session;
    private final Clock clock;

    AgreementAcceptance(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        context.getAuthenticationSession().removeRequiredAction(ID);
        SignIn signIn = SignIn.of(context);
        if (signIn.isImpersonated() || isClear(context, signIn)) {
            return;
        }
        Situation situation = situation(context);
        Obligations open = situation.open();
        if (!open.required().isEmpty() && signIn.passwordGrant()) {
            throw PasswordGrantRefusal.of(context, open.required().get(0));
        }
        boolean leisure = signIn.isFresh() && !signIn.passwordGrant() && !wasAsked(context);
        if (!open.required().isEmpty() || leisure && !open.isEmpty()) {
            context.getAuthenticationSession().addRequiredAction(ID);
        } else {
            clear(context, situation);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (SignIn.of(context).isImpersonated()) {
            context.ignore();
            return;
        }
        Situation situation = situation(context);
        if (situation.open().isEmpty()) {
            succeed(context, situation);
        } else {
            ask(context, situation.open(), List.of());
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        Answer answer = Answer.of(context.getHttpRequest());
        switch (Objects.requireNonNullElse(answer.decision(), "")) {
            case "accept" -> accept(context, answer);
            case "decline" -> decline(context, answer);
            case "later" -> later(context);
            case "leave" -> leave(context);
            default -> requiredActionChallenge(context);
        }
    }

    private void accept(RequiredActionContext context, Answer answer) {
        Situation situation = situation(context);
        Obligations open = situation.open();
        AnswerCheck check = check(context);
        Optional<Presentation> shown = check.presentation(answer, open);
        if (open.isEmpty()) {
            succeed(context, situation);
        } else if (shown.isEmpty()) {
            ask(context, open, check.outdated(answer, open));
        } else if (!check.missing(answer, open, false).isEmpty()) {
            ask(context, open, check.missing(answer, open, false));
        } else {
            decisions(context)
                    .accept(
                            context.getUser(),
                            open,
                            shown.get(),
                            answer,
                            SignIn.of(context).method());
            succeedUnlessOwed(context);
        }
    }

    /** What is owed cannot wait; what is only offered is offered again at the next fresh sign-in. */
    private void later(RequiredActionContext context) {
        succeedUnlessOwed(context);
    }

    private void succeedUnlessOwed(RequiredActionContext context) {
        Situation situation = situation(context);
        if (situation.open().required().isEmpty()) {
            succeed(context, situation);
        } else {
            ask(context, situation.open(), List.of());
        }
    }

    /** A refusal counts even where the same user has accepted in another window meanwhile. */
    private void decline(RequiredActionContext context, Answer answer) {
        Situation situation = situation(context);
        Optional<Presentation> shown = check(context).declinable(answer);
        if (shown.isEmpty()) {
            requiredActionChallenge(context);
            return;
        }
        List<Obligation> declined = Obligations.decidable(
                situation.catalogue(), situation.standings(), situation.now(), shown.get()::shows);
        decisions(context)
                .decline(
                        context.getUser(),
                        declined,
                        shown.get(),
                        answer,
                        SignIn.of(context).method());
        context.challenge(
                context.form().setAttribute("agreementAssets", Assets.CURRENT).createForm(DECLINED_PAGE));
    }

    /** The user goes without accepting: no session is left, and the client is told. */
    private void leave(RequiredActionContext context) {
        String owed = situation(context).open().required().stream()
                .map(Obligation::name)
                .collect(Collectors.joining(", "));
        SessionEnd.of(context.getSession(), SignIn.of(context).userSession());
        context.failure("Not accepted: " + owed);
    }

    private void ask(RequiredActionContext context, Obligations open, List<FormMessage> errors) {
        DecisionPages pages =
                new DecisionPages(session, context.getRealm(), context.getAuthenticationSession(), context.getUser());
        LoginFormsProvider form = context.form();
        form.setAttribute("agreements", pages.compose(PageKind.ACCEPTANCE, open, Answer.of(context.getHttpRequest())));
        if (!errors.isEmpty()) {
            form.setErrors(errors);
        }
        context.challenge(form.createForm(PAGE));
    }

    private static void succeed(RequiredActionContext context, Situation situation) {
        context.getAuthenticationSession().setAuthNote(ASKED, Boolean.TRUE.toString());
        clear(context, situation);
        context.success();
    }

    /** Whether this sign-in has had its page: what may wait is not asked for twice. */
    private static boolean wasAsked(RequiredActionContext context) {
        return context.getAuthenticationSession().getAuthNote(ASKED) != null;
    }

    private Situation situation(RequiredActionContext context) {
        return Situation.of(
                session,
                context.getRealm(),
                context.getUser(),
                context.getAuthenticationSession().getClient(),
                clock.instant());
    }

    private boolean isClear(RequiredActionContext context, SignIn signIn) {
        return Clearance.holds(
                context.getAuthenticationSession(),
                context.getUser(),
                signIn.userSession(),
                Revision.of(context.getRealm()),
                clock.instant());
    }

    private static void clear(RequiredActionContext context, Situation situation) {
        Clearance.grant(context.getAuthenticationSession(), context.getUser(), situation);
    }

    private AnswerCheck check(RequiredActionContext context) {
        return new AnswerCheck(new Presentations(context.getAuthenticationSession()));
    }

    private Decisions decisions(RequiredActionContext context) {
        return new Decisions(session, context.getRealm(), context.getAuthenticationSession(), clock);
    }

    @Override
    public void close() {}
}
