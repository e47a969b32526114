package io.agreements.keycloak.flow.signin;

import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.flow.EndedSignIn;
import io.agreements.keycloak.flow.newcomer.KeptDecisions;
import io.agreements.keycloak.flow.newcomer.Newcomer;
import io.agreements.keycloak.flow.questioning.Questioning;
import io.agreements.keycloak.flow.questioning.Respondent;
import io.agreements.keycloak.flow.questioning.Stage;
import io.agreements.keycloak.page.decision.PageKind;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowCallback;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asks at the point of a flow where it is placed. In the flow of a first sign-in through an identity provider that may be
 * before there is a user: what is said is then written in the transaction that makes the user. Who was only named and has
 * proved nothing yet is not asked: only the user accepts.
 */
final class AgreementsAuthenticator implements AuthenticationFlowCallback {

    /** The note that the one who is asked has an account. */
    private static final String USER_KNOWN = "agreements.user.known";

    private final KeycloakSession session;
    private final Clock clock;

    AgreementsAuthenticator(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Stage stage = new FlowStage(context);
        if (stage.user() == null) {
            requireBroker(stage);
            stage.authSession().removeAuthNote(USER_KNOWN);
            questioning(stage).begin();
        } else if (!stage.isSignedIn() || stage.signIn().isImpersonated() || stage.isClear(clock.instant())) {
            context.success();
        } else {
            stage.authSession().setAuthNote(USER_KNOWN, Boolean.TRUE.toString());
            askForWhatIsDue(stage);
        }
    }

    private void askForWhatIsDue(Stage stage) {
        Situation situation = new AccountHolder(stage, clock).situation();
        Obligations open = situation.open();
        if (open.required().isEmpty() && !stage.isAtLeisure()) {
            stage.goOn(situation);
        } else if (!open.required().isEmpty() && stage.signIn().passwordGrant()) {
            throw stage.passwordGrantRefusal(open.required().get(0));
        } else {
            questioning(stage).begin();
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Stage stage = new FlowStage(context);
        if (stage.user() == null && stage.authSession().getAuthNote(USER_KNOWN) != null) {
            throw EndedSignIn.of(session, stage.authSession(), stage.event());
        }
        questioning(stage).proceed();
    }

    @Override
    public void onParentFlowSuccess(AuthenticationFlowContext context) {}

    /** Who has been found or made in the flow takes over what was said before. */
    @Override
    public void onTopFlowSuccess(AuthenticationFlowModel topFlow) {
        AuthenticationSessionModel authSession = session.getContext().getAuthenticationSession();
        if (authSession != null && authSession.getAuthenticatedUser() != null) {
            new KeptDecisions(authSession)
                    .hand(session, session.getContext().getRealm(), authSession.getAuthenticatedUser(), clock);
        }
    }

    private Questioning questioning(Stage stage) {
        Respondent respondent = stage.user() == null ? new Newcomer(stage, clock) : new AccountHolder(stage, clock);
        return new Questioning(stage, respondent, PageKind.ACCEPTANCE);
    }

    /** Elsewhere nobody could say later whose answer it was. */
    private static void requireBroker(Stage stage) {
        if (stage.authSession().getAuthNote(AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE) == null) {
            throw new AuthenticationFlowException(
                    "'" + AgreementsAuthenticatorFactory.ID
                            + "' must come after what finds out who the user is, but in a first broker login flow",
                    AuthenticationFlowError.UNKNOWN_USER);
        }
    }

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
