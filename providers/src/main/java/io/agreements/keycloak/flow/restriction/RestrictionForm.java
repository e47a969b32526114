package io.agreements.keycloak.flow.restriction;

import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.DeletionRequests;
import io.agreements.keycloak.conduct.Appeal;
import io.agreements.keycloak.conduct.ProfileAttribute;
import io.agreements.keycloak.conduct.Restriction;
import io.agreements.keycloak.conduct.Restriction.Effect;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.conduct.Restrictions;
import io.agreements.keycloak.conduct.barred.BarredName;
import io.agreements.keycloak.flow.DataOffer;
import io.agreements.keycloak.flow.PageAgain;
import io.agreements.keycloak.flow.SignIn;
import io.agreements.keycloak.flow.deletion.DeletionWish;
import io.agreements.keycloak.page.AgreementUrls;
import io.agreements.keycloak.page.Assets;
import io.agreements.keycloak.page.PageMessages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;

/** The page that shows a user what is imposed on the account, and what is left to do. */
final class RestrictionForm {

    private static final String PAGE = "agreement-restriction.ftl";

    private final KeycloakSession session;
    private final RequiredActionContext context;
    private final DeletionRequests deletions;
    private final Clock clock;
    private String appealTyped = "";
    private String appealProblem = "";

    RestrictionForm(KeycloakSession session, RequiredActionContext context, DeletionRequests deletions, Clock clock) {
        this.session = session;
        this.context = context;
        this.deletions = deletions;
        this.clock = clock;
    }

    /**
     * With an appeal that could not be kept.
     *
     * @param problem key of the message that says why
     */
    RestrictionForm withAppeal(String text, String problem) {
        appealTyped = text;
        appealProblem = problem;
        return this;
    }

    /** @param profileOpen whether the profile can be corrected in this sign-in */
    void show(Restriction restriction, boolean profileOpen) {
        Effect effect = restriction.effect(clock.instant());
        PageMessages messages = PageMessages.of(
                session, context.getRealm(), session.getContext().resolveLocale(context.getUser()));
        LoginFormsProvider form = context.form();
        PageAgain.message(context.getAuthenticationSession()).ifPresent(form::setError);
        form.setAttribute("agreementAssets", Assets.CURRENT)
                .setAttribute("restriction", shown(restriction, effect, messages))
                .setAttribute(
                        "termsUrl",
                        new AgreementUrls(session, context.getRealm()).list().toString())
                .setAttribute("correctionPossible", effect == Effect.NOTIFIED && profileOpen);
        List<BarredName> barred =
                new Restrictions(session, clock).barred(List.of(restriction)).getOrDefault(restriction.id(), List.of());
        form.setAttribute(
                        "barredKinds",
                        barred.stream()
                                .map(BarredName::kind)
                                .distinct()
                                .sorted()
                                .map(Enum::name)
                                .toList())
                .setAttribute(
                        "barredUntil",
                        barred.isEmpty() ? "" : messages.moment(barred.get(0).until()));
        form.setAttribute(
                        "appealOpen",
                        restriction.appeal() == null && !SignIn.of(context).isImpersonated())
                .setAttribute("appealLength", Appeal.TEXT_LENGTH)
                .setAttribute("appealTyped", appealTyped)
                .setAttribute("appealProblem", appealProblem);
        if (effect.blocks()) {
            putWaysOut(form, effect, messages);
        }
        context.challenge(form.createForm(PAGE));
    }

    /** Nobody who acts as the user gets the user's data, or has the account deleted. */
    private void putWaysOut(LoginFormsProvider form, Effect effect, PageMessages messages) {
        SignIn signIn = SignIn.of(context);
        if (signIn.isImpersonated()) {
            return;
        }
        DataOffer.put(
                form,
                session,
                context.getRealm(),
                context.getUser(),
                context.getAuthenticationSession(),
                signIn.userSession(),
                clock);
        Optional<DeletionRequest> deletion = deletions.find(context.getRealm(), context.getUser());
        form.setAttribute(
                        "deletionHeld",
                        deletion.filter(request -> request.hold() != null).isPresent())
                .setAttribute(
                        "deletionDate",
                        deletion.map(request -> messages.moment(request.dueAt()))
                                .orElse(null))
                .setAttribute(
                        "deletionIsDue",
                        deletion.filter(request -> !request.dueAt().isAfter(clock.instant()))
                                .isPresent())
                .setAttribute("deletionOwn", deletion.isPresent() && effect != Effect.TERMINATED)
                .setAttribute(
                        "deletionPossible",
                        deletion.isEmpty() && DeletionWish.of(context).isPossible());
    }

    private Shown shown(Restriction restriction, Effect effect, PageMessages messages) {
        return new Shown(
                restriction,
                effect.name(),
                restriction.kind() == RestrictionKind.NOTICE,
                moment(restriction.until(), messages),
                messages.moment(restriction.from()),
                attributeName(restriction.attribute()));
    }

    private static String moment(Instant moment, PageMessages messages) {
        return moment == null ? null : messages.moment(moment);
    }

    /** As the profile calls it; Keycloak's pages know the word of what is in braces. */
    private String attributeName(String attribute) {
        return attribute == null ? null : new ProfileAttribute(session, attribute).displayName();
    }

    /**
     * @param effect what it means now
     * @param notice whether it is, or was, a notice
     * @param until its date in words; null if it has none
     * @param from since when, in words
     * @param attribute what is to be corrected, as Keycloak's pages name it; null if that is something else
     */
    public record Shown(
            Restriction restriction, String effect, boolean notice, String until, String from, String attribute) {}
}
