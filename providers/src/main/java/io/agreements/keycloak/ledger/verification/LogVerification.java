package io.agreements.keycloak.ledger.verification;

import io.agreements.proof.ledger.Span;
import java.time.Instant;

/**
 * A verification of a part of a realm's log.
 *
 * @param id random
 * @param realmId id of the realm
 * @param span which entries are looked at
 * @param startedAt when
 * @param progress how far it is
 * @param end how it ended; null while it runs
 */
public record LogVerification(String id, String realmId, Span span, Instant startedAt, Progress progress, End end) {

    /**
     * @param done how many entries have been looked at
     * @param seenAt when it was heard of last
     */
    public record Progress(long done, Instant seenAt) {}

    /**
     * @param problem why it failed, in words; null if it did not
     * @param outcome what it came to; null unless it is done
     */
    public record End(VerificationState state, Instant at, String problem, VerificationOutcome outcome) {}

    /** @param lostBefore nothing was heard of whatever was seen before that moment only */
    public VerificationState state(Instant lostBefore) {
        if (end != null) {
            return end.state();
        }
        return progress.seenAt().isBefore(lostBefore) ? VerificationState.INTERRUPTED : VerificationState.RUNNING;
    }
}
