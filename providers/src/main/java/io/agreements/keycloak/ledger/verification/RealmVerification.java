package io.agreements.keycloak.ledger.verification;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Verifications of the log of a realm, one at a time. */
public final class RealmVerification {

    /** One of which nothing was heard for so long runs on no server any more. */
    static final Duration SILENCE = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(RealmVerification.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final LogVerifications store;
    private final Executor threads;
    private final Clock clock;

    public RealmVerification(
            KeycloakSession session, RealmModel realm, LogVerifications store, Executor threads, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.store = store;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Begins one on this server, once the session's transaction is committed.
     *
     * @param outside what somebody has kept
     * @return empty if one runs already
     */
    public Optional<LogVerification> begin(Span span, Outside outside) {
        Instant now = clock.instant();
        LogVerification verification = new LogVerification(
                UUID.randomUUID().toString(), realm.getId(), span, now, new LogVerification.Progress(0, now), null);
        if (!store.begin(verification, lostBefore())) {
            return Optional.empty();
        }
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                start(sessions, verification, outside);
            }

            @Override
            protected void rollbackImpl() {}
        });
        return Optional.of(verification);
    }

    private void start(KeycloakSessionFactory sessions, LogVerification verification, Outside outside) {
        try {
            threads.execute(new VerificationRun(sessions, verification, outside, clock));
        } catch (RejectedExecutionException e) {
            LOG.debugf(e, "Verification %s finds all threads busy", verification.id());
            LogVerification.End end = new LogVerification.End(
                    VerificationState.FAILED,
                    clock.instant(),
                    "This server verifies the logs of other realms. Ask again later.",
                    null);
            KeycloakModelUtils.runJobInTransaction(
                    sessions,
                    own -> own.getProvider(LedgerProvider.class).verifications().end(verification, end));
        }
    }

    /** The last one, on whichever server it runs. */
    public Optional<LogVerification> latest() {
        return store.find(realm.getId());
    }

    public VerificationState state(LogVerification verification) {
        return verification.state(lostBefore());
    }

    /** @return false if it has ended already */
    public boolean cancel(LogVerification verification) {
        return store.end(
                verification, new LogVerification.End(VerificationState.CANCELLED, clock.instant(), null, null));
    }

    private Instant lostBefore() {
        return clock.instant().minus(SILENCE);
    }
}
