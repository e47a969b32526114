package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.flow.EndedSignIn;
import io.agreements.keycloak.flow.MailedLink;
import io.agreements.keycloak.flow.SignIn;
import io.agreements.keycloak.flow.deletion.DeletionWish;
import io.agreements.keycloak.flow.newcomer.KeptDecisions;
import io.agreements.keycloak.flow.questioning.Questioning;
import io.agreements.keycloak.flow.questioning.Stage;
import io.agreements.keycloak.flow.questioning.StepUp;
import io.agreements.keycloak.page.decision.PageKind;
import java.time.Clock;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asks a user who signs in for what is owed, or for what an application wants to know. It is set on the authentication
 * session, not on the user, so that it works for read-only user stores and leaves no flag behind.
 */
final class AgreementAcceptance implements RequiredActionProvider {

    private static final String ID = AgreementAcceptanceFactory.ID;

    private final Clock clock;

    AgreementAcceptance(Clock clock) {
        this.clock = clock;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        EndedSignIn.check(context);
        Stage stage = new RequiredActionStage(context);
        AuthenticationSessionModel authSession = stage.authSession();
        authSession.removeRequiredAction(ID);
        new KeptDecisions(authSession).hand(stage.session(), stage.realm(), stage.user(), clock);
        SignIn signIn = stage.signIn();
        boolean later = !signIn.passwordGrant() && MailedLink.isPasswordAhead(context);
        if (signIn.isImpersonated() || later || stage.isClear(clock.instant())) {
            return;
        }
        Situation situation = new AccountHolder(stage, clock).situation();
        Obligations open = situation.open();
        if (!open.required().isEmpty() && signIn.passwordGrant()) {
            throw stage.passwordGrantRefusal(open.required().get(0));
        }
        if (DeletionWish.of(context).comesFirst()) {
            return;
        }
        if (!open.required().isEmpty() || !open.isEmpty() && stage.isAtLeisure()) {
            authSession.addRequiredAction(ID);
        } else {
            stage.clear(situation);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        EndedSignIn.check(context);
        Stage stage = new RequiredActionStage(context);
        StepUp stepUp = StepUp.of(stage.authSession());
        if (stage.signIn().isImpersonated() || stepUp.isNamed() && isInVain(stepUp, stage)) {
            context.ignore();
        } else {
            questioning(stage).begin();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        EndedSignIn.check(context);
        Stage stage = new RequiredActionStage(context);
        questioning(stage).proceed();
    }

    private boolean isInVain(StepUp stepUp, Stage stage) {
        Situation situation = new AccountHolder(stage, clock).situation();
        return situation.open().required().isEmpty() && !stepUp.isAnswerable(situation);
    }

    private Questioning questioning(Stage stage) {
        StepUp stepUp = StepUp.of(stage.authSession());
        return new Questioning(
                stage,
                new AccountHolder(stage, stepUp, clock),
                stepUp.isNamed() ? PageKind.STEP_UP : PageKind.ACCEPTANCE);
    }

    @Override
    public void close() {}
}
