package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.DecisionEvent;
import io.agreements.keycloak.acceptance.DecisionEvent.Taken;
import io.agreements.keycloak.acceptance.Obligation;
import io.agreements.keycloak.acceptance.Obligations;
import io.agreements.keycloak.ledger.ConnectionRecording;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Identity;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.Shown;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Makes known what a user decided, in the transaction of the current request. */
final class Decisions {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionModel authSession;

    Decisions(KeycloakSession session, RealmModel realm, AuthenticationSessionModel authSession) {
        this.session = session;
        this.realm = realm;
        this.authSession = authSession;
    }

    /** All required agreements are accepted, and of the optional ones those whose box is ticked. */
    void accept(UserModel user, Obligations open, Presentation shown, Answer answer, Method method) {
        Stream<Taken> required =
                open.required().stream().map(obligation -> taken(Decision.ACCEPTED, obligation, shown, answer));
        Stream<Taken> optional = open.optional().stream().map(obligation -> {
            boolean ticked = answer.isTicked(obligation.agreement().key());
            return taken(ticked ? Decision.ACCEPTED : Decision.DECLINED, obligation, shown, answer);
        });
        publish(user, Stream.concat(required, optional).toList(), method);
    }

    /** All required agreements are declined; of the optional ones nothing is said. */
    void decline(UserModel user, Obligations open, Presentation shown, Answer answer, Method method) {
        publish(
                user,
                open.required().stream()
                        .map(obligation -> taken(Decision.DECLINED, obligation, shown, answer))
                        .toList(),
                method);
    }

    private void publish(UserModel user, List<Taken> decisions, Method method) {
        if (decisions.isEmpty()) {
            return;
        }
        session.getKeycloakSessionFactory()
                .publish(new DecisionEvent(
                        session,
                        realm,
                        user.getId(),
                        decisions,
                        method,
                        authSession.getClient().getClientId(),
                        new Identity(
                                user.getUsername(),
                                authSession.getParentSession().getId()),
                        ConnectionRecording.of(realm).take(session.getContext())));
    }

    private static Taken taken(Decision decision, Obligation obligation, Presentation shown, Answer answer) {
        String key = obligation.agreement().key();
        Presentation.Item item = shown.item(key).orElseThrow();
        return new Taken(
                obligation.agreement().id(),
                decision,
                new Shown(
                        key,
                        item.version(),
                        item.locale(),
                        item.digest(),
                        shown.labelsDigest(),
                        answer.endReached(key),
                        item.diffFrom()),
                obligation.standing());
    }
}
