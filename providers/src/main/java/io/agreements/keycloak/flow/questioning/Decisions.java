package io.agreements.keycloak.flow.questioning;

import io.agreements.keycloak.CollisionException;
import io.agreements.keycloak.acceptance.decision.DecisionEvent;
import io.agreements.keycloak.acceptance.decision.DecisionEvent.Taken;
import io.agreements.keycloak.acceptance.decision.UserGoneException;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Obligations;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.flow.EndedSignIn;
import io.agreements.keycloak.flow.PageAgain;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.erasure.ConnectionRecording;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Makes known what a user decided, in the transaction of the current request. */
public final class Decisions {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionModel authSession;
    private final Clock clock;

    public Decisions(KeycloakSession session, RealmModel realm, AuthenticationSessionModel authSession, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.authSession = authSession;
        this.clock = clock;
    }

    /** All that the page demands is accepted or taken note of, and of the optional agreements those whose box is ticked. */
    public void accept(UserModel user, Obligations open, Presentation shown, Answer answer, Method method) {
        publish(user, accepted(open, shown, answer), clock.instant(), method);
    }

    /** What is said by doing what the page demands. */
    public static List<Taken> accepted(Obligations open, Presentation shown, Answer answer) {
        AcceptanceMode mode = open.isNotice() ? AcceptanceMode.CONTINUED_USE : AcceptanceMode.EXPLICIT;
        Stream<Taken> demanded = open.demanded().stream()
                .map(obligation -> taken(obligation.agreement().affirmation(), mode, obligation, shown, answer));
        Stream<Taken> optional = open.optional().stream().map(obligation -> {
            boolean ticked = answer.isTicked(obligation.agreement());
            Decision decision = ticked ? Decision.ACCEPTED : Decision.DECLINED;
            return taken(decision, AcceptanceMode.EXPLICIT, obligation, shown, answer);
        });
        return Stream.concat(demanded, optional).toList();
    }

    /**
     * These agreements are declined; of others nothing is said. What is only to be taken note of cannot be.
     *
     * @return ids of those that were decided on at the same moment, so that this does not count
     */
    public Set<String> decline(
            UserModel user, List<Obligation> declined, Presentation shown, Answer answer, Method method) {
        return publish(
                user,
                declined.stream()
                        .map(obligation -> taken(Decision.DECLINED, AcceptanceMode.EXPLICIT, obligation, shown, answer))
                        .toList(),
                clock.instant(),
                method);
    }

    /**
     * @param decidedAt when the user said so
     * @return ids of the agreements that were decided on at the same moment, so that this does not count
     */
    public Set<String> publish(UserModel user, List<Taken> decisions, Instant decidedAt, Method method) {
        Set<String> overtaken = new HashSet<>();
        if (decisions.isEmpty()) {
            return overtaken;
        }
        DecisionEvent event = new DecisionEvent(
                session,
                realm,
                user.getId(),
                decisions,
                decidedAt,
                method,
                authSession.getClient().getClientId(),
                new Identity(user.getUsername(), authSession.getParentSession().getId()),
                ConnectionRecording.of(realm).take(session.getContext()),
                null,
                decision -> overtaken.add(decision.agreementId()));
        try {
            session.getKeycloakSessionFactory().publish(event);
        } catch (UserGoneException e) {
            throw EndedSignIn.of(
                    session,
                    authSession,
                    new EventBuilder(realm, session, session.getContext().getConnection()).event(EventType.LOGIN));
        } catch (CollisionException e) {
            throw PageAgain.of(session, realm, authSession);
        }
        return overtaken;
    }

    private static Taken taken(
            Decision decision, AcceptanceMode mode, Obligation obligation, Presentation shown, Answer answer) {
        String key = obligation.agreement().key();
        Presentation.Item item = shown.item(key).orElseThrow();
        return new Taken(
                obligation.agreement().id(),
                decision,
                mode,
                new Shown(
                        key,
                        item.version(),
                        item.locale(),
                        item.digest(),
                        shown.wordingDigest(),
                        answer.endReached(key),
                        item.diffFrom()),
                answer.attention(key, item.attention()),
                obligation.latest());
    }
}
