package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.flow.SignIn;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext.KcActionStatus;
import org.keycloak.models.Constants;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What an application asks for by {@code kc_action=agreement-acceptance:key}: a decision on that one agreement, although it
 * may have been declined before.
 *
 * @param key of the agreement; null if the application names none, or has not asked at all
 */
public record StepUp(String key) {

    public static final StepUp NONE = new StepUp(null);

    public static StepUp of(AuthenticationSessionModel authSession) {
        boolean asked = SignIn.REQUIRED_ACTION.equals(authSession.getClientNote(Constants.KC_ACTION));
        return asked ? new StepUp(authSession.getClientNote(Constants.KC_ACTION_PARAMETER)) : NONE;
    }

    public boolean isNamed() {
        return key != null;
    }

    /** Whether the agreement named concerns the user and has a version to decide on. */
    public boolean isAnswerable(Situation situation) {
        return agreement(situation)
                .flatMap(agreement ->
                        agreement.isRequired() ? agreement.open(situation.now()) : agreement.inForce(situation.now()))
                .isPresent();
    }

    /** The situation with what the application asks for; what is owed comes with it. */
    public Situation applyTo(Situation situation) {
        if (!isNamed()) {
            return situation;
        }
        Obligations open = situation.open();
        List<Obligation> offered = open.offered().stream()
                .filter(offer -> offer.agreement().key().equals(key))
                .toList();
        List<Obligation> optional = agreement(situation)
                .filter(agreement -> !agreement.isRequired())
                .flatMap(agreement -> Obligations.onRequest(agreement, situation.standings(), situation.now()))
                .stream()
                .toList();
        return situation.asking(new Obligations(open.required(), offered, optional));
    }

    /** What the application is told once nothing is owed. */
    public KcActionStatus outcome(Situation situation) {
        if (!isNamed()) {
            return KcActionStatus.SUCCESS;
        }
        if (!isAnswerable(situation)) {
            return KcActionStatus.ERROR;
        }
        boolean open = situation
                .open()
                .all()
                .anyMatch(obligation -> obligation.agreement().key().equals(key));
        return open ? KcActionStatus.CANCELLED : KcActionStatus.SUCCESS;
    }

    private Optional<Agreement> agreement(Situation situation) {
        return situation
                .catalogue()
                .find(key)
                .filter(agreement -> agreement
                        .audience()
                        .includes(
                                situation.subject().clientId(),
                                situation.subject().roles()));
    }
}
