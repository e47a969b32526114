package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.AcceptanceProvider;
import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Obligations;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.agreement.Catalogue;
import io.agreements.keycloak.agreement.Revision;
import io.agreements.keycloak.page.Assets;
import java.time.Clock;
import java.time.Instant;
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
        Obligations open = open(context);
        boolean asked = !open.required().isEmpty() || !open.optional().isEmpty() && signIn.isFresh();
        if (!asked || open.required().isEmpty() && signIn.passwordGrant()) {
            clear(context);
        } else if (signIn.passwordGrant()) {
            throw PasswordGrantRefusal.of(context, open.required().get(0));
        } else {
            context.getAuthenticationSession().addRequiredAction(ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (SignIn.of(context).isImpersonated()) {
            context.ignore();
            return;
        }
        Obligations open = open(context);
        if (open.isEmpty()) {
            succeed(context);
        } else {
            ask(context, open, List.of());
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        Answer answer = Answer.of(context.getHttpRequest());
        switch (Objects.requireNonNullElse(answer.decision(), "")) {
            case "accept" -> accept(context, answer);
            case "decline" -> decline(context, answer);
            case "leave" -> leave(context);
            default -> requiredActionChallenge(context);
        }
    }

    private void accept(RequiredActionContext context, Answer answer) {
        Obligations open = open(context);
        AnswerCheck check = check(context);
        Optional<Presentation> shown = check.presentation(answer, open);
        if (open.isEmpty()) {
            succeed(context);
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
            if (open(context).required().isEmpty()) {
                succeed(context);
            } else {
                requiredActionChallenge(context);
            }
        }
    }

    /** A refusal counts even where the same user has accepted in another window meanwhile. */
    private void decline(RequiredActionContext context, Answer answer) {
        Obligations open = open(context);
        AnswerCheck check = check(context);
        Optional<Presentation> shown = check.presentation(answer, open);
        if (shown.isEmpty()) {
            ask(context, open, check.outdated(answer, open));
            return;
        }
        Obligations declined =
                Obligations.decidable(catalogue(context), standings(context), clock.instant(), shown.get()::shows);
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
        String owed =
                open(context).required().stream().map(AgreementAcceptance::name).collect(Collectors.joining(", "));
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

    private void succeed(RequiredActionContext context) {
        clear(context);
        context.success();
    }

    private Obligations open(RequiredActionContext context) {
        Catalogue catalogue = catalogue(context);
        return catalogue.agreements().isEmpty()
                ? Obligations.NONE
                : Obligations.of(catalogue, standings(context), memberSince(context), clock.instant());
    }

    private static Instant memberSince(RequiredActionContext context) {
        Long created = context.getUser().getCreatedTimestamp();
        return created == null ? null : Instant.ofEpochMilli(created);
    }

    private Standings standings(RequiredActionContext context) {
        return session.getProvider(AcceptanceProvider.class)
                .standings(context.getRealm(), context.getUser().getId());
    }

    private boolean isClear(RequiredActionContext context, SignIn signIn) {
        return Clearance.holds(
                context.getAuthenticationSession(),
                signIn.userSession(),
                Revision.of(context.getRealm()),
                clock.instant());
    }

    private void clear(RequiredActionContext context) {
        Clearance.grant(context.getAuthenticationSession(), catalogue(context), clock.instant());
    }

    private Catalogue catalogue(RequiredActionContext context) {
        return session.getProvider(AgreementProvider.class).catalogue(context.getRealm());
    }

    private AnswerCheck check(RequiredActionContext context) {
        return new AnswerCheck(new Presentations(context.getAuthenticationSession()));
    }

    private Decisions decisions(RequiredActionContext context) {
        return new Decisions(session, context.getRealm(), context.getAuthenticationSession());
    }

    static String name(Obligation obligation) {
        return "agreement " + obligation.agreement().key() + " version "
                + obligation.version().number();
    }

    @Override
    public void close() {}
}
