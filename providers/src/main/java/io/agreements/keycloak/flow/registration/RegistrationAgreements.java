package io.agreements.keycloak.flow.registration;

import io.agreements.keycloak.acceptance.DecisionsAhead;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Subjects;
import io.agreements.keycloak.agreement.AgreementProvider;
import io.agreements.keycloak.flow.PageAgain;
import io.agreements.keycloak.flow.questioning.Answer;
import io.agreements.keycloak.flow.questioning.AnswerCheck;
import io.agreements.keycloak.flow.questioning.DecisionPages;
import io.agreements.keycloak.flow.questioning.Decisions;
import io.agreements.keycloak.flow.questioning.Presentation;
import io.agreements.keycloak.flow.questioning.Presentations;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.page.decision.PageKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;

/** Shows the agreements in force on the registration form, and lets nobody register without the required ones. */
final class RegistrationAgreements implements FormAction {

    private static final String PAGE_ATTRIBUTE = "agreements";
    private static final String LIFESPAN_ATTRIBUTE = "agreementsLifespan";
    private static final String FIELDS_ATTRIBUTE = "agreementsFields";

    private final KeycloakSession session;
    private final Clock clock;
    private final Underage underage;

    /** What the answer was found good for; Keycloak asks the same instance to validate and to carry out. */
    private Validated validated;

    RegistrationAgreements(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.underage = new Underage(session, clock);
    }

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        PageAgain.message(context.getAuthenticationSession()).ifPresent(form::setError);
        Obligations open = asked(context);
        if (!open.isEmpty()) {
            DecisionPages pages =
                    new DecisionPages(session, context.getRealm(), context.getAuthenticationSession(), null);
            Answer answer = Answer.of(context.getHttpRequest());
            form.setAttribute(PAGE_ATTRIBUTE, pages.compose(PageKind.REGISTRATION, open, answer))
                    .setAttribute(LIFESPAN_ATTRIBUTE, lifespan(context.getRealm()))
                    .setAttribute(
                            FIELDS_ATTRIBUTE, FieldsAsked.of(context.getRealm()).word());
        }
    }

    @Override
    public void validate(ValidationContext context) {
        underage.refuse(context);
        Obligations open = asked(context);
        Answer answer = Answer.of(context.getHttpRequest());
        AnswerCheck check = new AnswerCheck(new Presentations(context.getAuthenticationSession()));
        if (open.isEmpty()) {
            succeed(context, open, null);
            return;
        }
        Optional<Presentation> shown = check.presentation(answer, open);
        List<FormMessage> errors = shown.isEmpty() ? check.outdated(answer, open) : check.missing(answer, open, true);
        if (errors.isEmpty()) {
            succeed(context, open, shown.orElseThrow());
        } else {
            context.error(Errors.INVALID_REGISTRATION);
            context.validationError(answer.form(), errors);
        }
    }

    private void succeed(ValidationContext context, Obligations open, Presentation shown) {
        UserModel user = context.getUser();
        validated = new Validated(open, shown, user == null ? null : user.getId());
        context.success();
    }

    /** The step that makes the user may stand above or below: Keycloak validates all steps before it carries out any. */
    @Override
    public void success(FormContext context) {
        UserModel user = context.getUser();
        if (user != null && user.getId().equals(validated.userId())) {
            throw new AuthenticationFlowException(
                    AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR,
                    Errors.DIFFERENT_USER_AUTHENTICATING,
                    Messages.EXPIRED_ACTION);
        }
        DecisionsAhead.write(session, context::getUser, newUser -> write(context, newUser));
    }

    private void write(FormContext context, UserModel user) {
        forgetFields(user);
        if (!validated.open().isEmpty()) {
            new Decisions(session, context.getRealm(), context.getAuthenticationSession(), clock)
                    .accept(
                            user,
                            validated.open(),
                            validated.shown(),
                            Answer.of(context.getHttpRequest()),
                            Method.REGISTRATION);
        }
    }

    private Obligations asked(FormContext context) {
        return Obligations.ofNewUser(
                session.getProvider(AgreementProvider.class).catalogue(context.getRealm()),
                context.getAuthenticationSession().getClient().getClientId(),
                Subjects.rolesOfNewUser(session, context.getRealm()),
                clock.instant());
    }

    /** After how many seconds Keycloak turns an answer down, and the form is lost. */
    private static int lifespan(RealmModel realm) {
        int login = realm.getAccessCodeLifespanLogin();
        return login > 0 ? login : realm.getAccessCodeLifespanUserAction();
    }

    /** A realm that allows unmanaged attributes takes every field of the form for one. */
    private static void forgetFields(UserModel user) {
        List<String> fields =
                user.getAttributes().keySet().stream().filter(Answer::isField).toList();
        fields.forEach(user::removeAttribute);
    }

    /** @param userId of somebody else who was signing in already; null if nobody was */
    private record Validated(Obligations open, Presentation shown, String userId) {}

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
