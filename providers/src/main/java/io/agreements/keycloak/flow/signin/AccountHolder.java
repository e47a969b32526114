package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.account.rate.RateKind;
import io.agreements.keycloak.account.rate.Rates;
import io.agreements.keycloak.flow.DataOffer;
import io.agreements.keycloak.flow.MailedLink;
import io.agreements.keycloak.flow.deletion.DeletionWish;
import io.agreements.keycloak.flow.questioning.Answer;
import io.agreements.keycloak.flow.questioning.Decisions;
import io.agreements.keycloak.flow.questioning.Presentation;
import io.agreements.keycloak.flow.questioning.Respondent;
import io.agreements.keycloak.flow.questioning.Stage;
import io.agreements.keycloak.flow.questioning.StepUp;
import io.agreements.keycloak.page.Assets;
import io.agreements.keycloak.page.PageMessages;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.forms.login.LoginFormsProvider;

/** Who has an account: what is said is written at once. Who declines can still take the own data along, and go. */
final class AccountHolder implements Respondent {

    private static final String DECLINED_PAGE = "agreement-declined.ftl";

    private final Stage stage;
    private final StepUp stepUp;
    private final Clock clock;

    AccountHolder(Stage stage, Clock clock) {
        this(stage, StepUp.NONE, clock);
    }

    /** @param stepUp what an application wants to know besides */
    AccountHolder(Stage stage, StepUp stepUp, Clock clock) {
        this.stage = stage;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    @Override
    public Situation situation() {
        return stepUp.applyTo(Situation.of(
                stage.session(),
                stage.realm(),
                stage.user(),
                stage.authSession().getClient(),
                clock.instant()));
    }

    @Override
    public void accept(Situation situation, Presentation shown, Answer answer) {
        decisions()
                .accept(
                        stage.user(),
                        situation.open(),
                        shown,
                        answer,
                        stage.signIn().method());
    }

    @Override
    public Set<String> decline(List<Obligation> declined, Presentation shown, Answer answer) {
        return decisions()
                .decline(stage.user(), declined, shown, answer, stage.signIn().method());
    }

    @Override
    public Optional<Instant> count(RateKind kind) {
        return new Rates(stage.session(), stage.realm(), clock)
                .count(kind, stage.user().getId())
                .map(clock.instant()::plus);
    }

    @Override
    public Response waysOut(Obligations open) {
        return waysOut(stage.form().setAttribute("stopped", open.isToAcknowledge()));
    }

    @Override
    public Response waysOut(Instant recordedFrom) {
        PageMessages messages = PageMessages.of(
                stage.session(), stage.realm(), stage.session().getContext().resolveLocale(stage.user()));
        return waysOut(stage.form()
                .setAttribute("stopped", false)
                .setAttribute("declinedAgainFrom", messages.moment(recordedFrom)));
    }

    private Response waysOut(LoginFormsProvider form) {
        form.setAttribute("agreementAssets", Assets.CURRENT);
        if (stage.isSignedIn() && !MailedLink.signsNobodyIn(stage.authSession())) {
            DataOffer.put(
                    form,
                    stage.session(),
                    stage.realm(),
                    stage.user(),
                    stage.authSession(),
                    stage.signIn().userSession(),
                    clock);
            form.setAttribute(
                    "deletionPossible",
                    stage.deletionWish().filter(DeletionWish::isPossible).isPresent());
        }
        return form.createForm(DECLINED_PAGE);
    }

    private Decisions decisions() {
        return new Decisions(stage.session(), stage.realm(), stage.authSession(), clock);
    }
}
