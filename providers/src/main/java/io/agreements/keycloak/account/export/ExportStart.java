package io.agreements.keycloak.account.export;

import io.agreements.keycloak.account.rate.RateKind;
import io.agreements.keycloak.account.rate.Rates;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.details.ExportDetails;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.ConnectionRecording;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Lets a user's export begin, at most once a minute, and so often a day. The ledger tells when the last one began; of several requests at the
 * same moment, on whichever nodes, one alone asks it.
 */
public final class ExportStart {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Administrators may have got some within a minute; they hold up no user. */
    private static final int LATEST = 20;

    private static final Object BY_USER =
            new ExportDetails(ActorKind.USER).fields().get("by");

    private final KeycloakSession session;
    private final Clock clock;

    public ExportStart(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Puts the export on record, in a transaction of its own that is committed when this returns.
     *
     * @param method how it is asked for
     * @param clientId the client by which it is asked for
     * @param sessionId of the user session or authentication session in which it is asked for; null if there is none
     * @return empty if the export may be written now; otherwise how long to wait, and nothing is on record
     * @throws RuntimeException if it cannot be put on record; nothing may be given away then
     */
    public Optional<Duration> begin(
            RealmModel realm, UserModel user, Method method, String clientId, String sessionId) {
        SingleUseObjectProvider turns = session.singleUseObjects();
        String turn = "agreements.export." + user.getId();
        if (!turns.putIfAbsent(turn, PAUSE.toSeconds())) {
            return Optional.of(PAUSE);
        }
        try {
            Identity identity = new Identity(user.getUsername(), sessionId);
            Connection connection = ConnectionRecording.of(realm).take(session.getContext());
            String userId = user.getId();
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    session.getContext(),
                    own -> recordUnlessTooEarly(own, userId, method, clientId, identity, connection),
                    "beginning of an export");
        } finally {
            turns.remove(turn);
        }
    }

    private Optional<Duration> recordUnlessTooEarly(
            KeycloakSession own,
            String userId,
            Method method,
            String clientId,
            Identity identity,
            Connection connection) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RealmModel realm = own.getContext().getRealm();
        Optional<Duration> left = last(own, realm, userId, now)
                .map(last -> Duration.between(now, last.plus(PAUSE)))
                .or(() -> new Rates(own, realm, clock).count(RateKind.EXPORT, userId));
        if (left.isEmpty()) {
            own.getKeycloakSessionFactory()
                    .publish(new ExportEvent(own, realm, userId, now, method, clientId, identity, connection));
        }
        return left;
    }

    private static Optional<Instant> last(KeycloakSession own, RealmModel realm, String userId, Instant now) {
        RecordQuery query = new RecordQuery(
                Set.of(userId),
                Set.of(RecordType.EXPORT),
                null,
                now.minus(PAUSE).plusMillis(1),
                null,
                0,
                LATEST);
        return own.getProvider(LedgerProvider.class).find(realm, query).stream()
                .filter(record -> BY_USER.equals(record.details().get("by")))
                .map(LedgerRecord::occurredAt)
                .findFirst();
    }
}
