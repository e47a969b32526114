package io.agreements.keycloak.ledger.verification;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.verification.VerificationThreads.Reserved;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final VerificationThreads threads;
    private final Clock clock;

    public RealmVerification(
            KeycloakSession session,
            RealmModel realm,
            LogVerifications store,
            VerificationThreads threads,
            Clock clock) {
        this.session = session;
        this.realm = realm;
        this.store = store;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * Begins one on this server, once the session's transaction is committed. What the last one found is kept until this one
     * is done.
     *
     * @param outside what somebody has kept
     * @return empty if one runs already
     * @throws RejectedExecutionException if this server is busy with those of other realms
     */
    public Optional<LogVerification> begin(Span span, Outside outside) {
        Reserved thread = threads.reserve()
                .orElseThrow(() -> new RejectedExecutionException("All threads for verifications are busy"));
        boolean begins = false;
        try {
            Optional<LogVerification> begun = begin(span, outside, thread);
            begins = begun.isPresent();
            return begun;
        } finally {
            if (!begins) {
                thread.giveBack();
            }
        }
    }

    private Optional<LogVerification> begin(Span span, Outside outside, Reserved thread) {
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
                start(sessions, verification, outside, thread);
            }

            @Override
            protected void rollbackImpl() {
                thread.giveBack();
            }
        });
        return Optional.of(verification);
    }

    private void start(
            KeycloakSessionFactory sessions, LogVerification verification, Outside outside, Reserved thread) {
        try {
            thread.execute(new VerificationRun(sessions, verification, outside, clock));
        } catch (RejectedExecutionException e) {
            LOG.debugf(e, "Verification %s finds the server stopping", verification.id());
            LogVerification.End end = new LogVerification.End(
                    VerificationState.FAILED, clock.instant(), "The server was stopped. Ask again later.", null);
            KeycloakModelUtils.runJobInTransaction(
                    sessions,
                    own -> own.getProvider(LedgerProvider.class).verifications().end(verification, end));
        }
    }

    /** The last one, on whichever server it runs, and behind it the last one that was done, where that is another. */
    public List<LogVerification> known() {
        return store.find(realm.getId());
    }

    /** The last one that was done. */
    public Optional<LogVerification> done() {
        return known().stream()
                .filter(one -> one.end() != null && one.end().state() == VerificationState.DONE)
                .findFirst();
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
