package io.agreements.keycloak.flow.newcomer;

import io.agreements.keycloak.acceptance.Beginning;
import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.acceptance.Standings;
import io.agreements.keycloak.acceptance.decision.DecisionEvent.Taken;
import io.agreements.keycloak.acceptance.obligation.Obligation;
import io.agreements.keycloak.acceptance.obligation.Situation;
import io.agreements.keycloak.agreement.AcceptanceMode;
import io.agreements.keycloak.flow.SignIn;
import io.agreements.keycloak.flow.questioning.Decisions;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.ShownClause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/** What was decided in a sign-in before there was a user; kept in its authentication session. */
public final class KeptDecisions {

    private static final String NOTE = "agreements.kept";

    private final AuthenticationSessionModel authSession;

    public KeptDecisions(AuthenticationSessionModel authSession) {
        this.authSession = authSession;
    }

    /** Adds to what is kept; what was said before on one of the agreements gives way. */
    void keep(List<Taken> decisions, Instant decidedAt) {
        Map<String, Kept> all = new LinkedHashMap<>();
        all().forEach(kept -> all.put(kept.agreementId(), kept));
        decisions.forEach(taken -> all.put(taken.agreementId(), Kept.of(taken, decidedAt)));
        try {
            authSession.setAuthNote(NOTE, JsonSerialization.writeValueAsString(all.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget() {
        authSession.removeAuthNote(NOTE);
    }

    boolean isEmpty() {
        return authSession.getAuthNote(NOTE) == null;
    }

    /** As if they were on record. */
    Standings standings() {
        return new Standings(all().stream().map(Kept::standing).toList());
    }

    /**
     * Makes known what was decided, as the decisions of that user. Who turns out to have had an account all along has
     * decided only what that account is still asked: an empty box then takes no earlier consent back.
     */
    public void hand(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        if (isEmpty()) {
            return;
        }
        Situation situation = Situation.of(session, realm, user, authSession.getClient(), clock.instant());
        Decisions decisions = new Decisions(session, realm, authSession, clock);
        Beginning beginning = Beginning.of(session, realm, user);
        all().stream()
                .filter(kept -> isAsked(kept, situation))
                .forEach(kept -> decisions.publish(
                        user,
                        List.of(kept.taken(situation.standings())),
                        beginning.notBefore(kept.decidedAt()),
                        SignIn.method(authSession)));
        forget();
    }

    private static boolean isAsked(Kept kept, Situation situation) {
        return situation.standings().on(kept.agreementId()).isEmpty()
                || situation.open().all().anyMatch(kept::answers);
    }

    private List<Kept> all() {
        if (isEmpty()) {
            return List.of();
        }
        try {
            return List.of(JsonSerialization.readValue(authSession.getAuthNote(NOTE), Kept[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param decidedAtMillis since 1970 in UTC */
    private record Kept(
            String agreementId,
            Decision decision,
            AcceptanceMode mode,
            Shown shown,
            List<ShownClause> attention,
            long decidedAtMillis) {

        /** What was kept before clauses were has none. */
        Kept {
            attention = attention == null ? List.of() : List.copyOf(attention);
        }

        static Kept of(Taken taken, Instant decidedAt) {
            return new Kept(
                    taken.agreementId(),
                    taken.decision(),
                    taken.mode(),
                    taken.shown(),
                    taken.attention(),
                    decidedAt.toEpochMilli());
        }

        Instant decidedAt() {
            return Instant.ofEpochMilli(decidedAtMillis);
        }

        boolean answers(Obligation obligation) {
            return obligation.agreement().id().equals(agreementId)
                    && obligation.version().number() == shown.versionNumber();
        }

        Taken taken(Standings standings) {
            return new Taken(
                    agreementId,
                    decision,
                    mode,
                    shown,
                    attention,
                    standings.stored(agreementId).orElse(null));
        }

        Standing standing() {
            return new Standing(
                    agreementId, shown.versionNumber(), decision, shown.locale(), shown.textDigest(), decidedAt(), "");
        }
    }
}
