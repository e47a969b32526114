package io.agreements.keycloak.ledger.verification;

import io.agreements.keycloak.Shortened;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.proof.ledger.LedgerSource;
import io.agreements.proof.ledger.Outside;
import io.agreements.proof.ledger.UnreadableException;
import io.agreements.proof.ledger.check.SpanCheck;
import io.agreements.proof.ledger.outcome.Findings;
import io.agreements.proof.ledger.outcome.SpanVerification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Looks at what is to be verified, piece by piece, each in a transaction of its own, and says how far it is. It ends as soon as
 * somebody has ended it on whatever node.
 */
final class VerificationRun implements Runnable {

    private static final Logger LOG = Logger.getLogger(VerificationRun.class);

    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);
    private static final int LONGEST_PROBLEM = 500;

    private final KeycloakSessionFactory sessions;
    private final LogVerification verification;
    private final Outside outside;
    private final Clock clock;
    private Instant nextSign;

    VerificationRun(KeycloakSessionFactory sessions, LogVerification verification, Outside outside, Clock clock) {
        this.sessions = sessions;
        this.verification = verification;
        this.outside = outside;
        this.clock = clock;
        this.nextSign = clock.instant();
    }

    @Override
    public void run() {
        try (LedgerSource source = inSession(ledger -> ledger.stored(verification.realmId()))) {
            SpanVerification result = new SpanCheck(
                            source, verification.span(), outside, new Findings(finding -> {}), this::advance, clock)
                    .run();
            end(VerificationState.DONE, null, VerificationOutcome.of(result));
            LOG.infof(
                    "The log of realm %s was verified from %d to %d: %d wrong",
                    verification.realmId(),
                    verification.span().from(),
                    verification.span().to(),
                    result.wrong());
        } catch (EndedException e) {
            LOG.debugf(e, "Verification %s was ended", verification.id());
        } catch (UnreadableException e) {
            fail(e, e.getMessage());
        } catch (RuntimeException e) {
            fail(e, "Something could not be read. The server's log says why.");
        }
    }

    private void advance(long done, long all) {
        Instant now = clock.instant();
        if (now.isBefore(nextSign) && done < all) {
            return;
        }
        nextSign = now.plus(BETWEEN_SIGNS);
        boolean goesOn = inSession(ledger ->
                ledger.verifications().advance(verification, new LogVerification.Progress(done, clock.instant())));
        if (!goesOn) {
            throw new EndedException();
        }
    }

    /** What cannot even be noted is seen by others in that nothing is heard any more. */
    private void fail(RuntimeException cause, String problem) {
        LOG.warnf(cause, "The log of realm %s could not be verified to the end", verification.realmId());
        try {
            end(VerificationState.FAILED, Shortened.of(problem, LONGEST_PROBLEM), null);
        } catch (RuntimeException e) {
            LOG.warnf(e, "That verification %s failed could not be kept", verification.id());
        }
    }

    private void end(VerificationState state, String problem, VerificationOutcome outcome) {
        LogVerification.End end = new LogVerification.End(state, clock.instant(), problem, outcome);
        inSession(ledger -> ledger.verifications().end(verification, end));
    }

    private <T> T inSession(Function<LedgerProvider, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> work.apply(session.getProvider(LedgerProvider.class)));
    }

    /** Somebody has ended it. */
    private static final class EndedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
