package io.agreements.keycloak.audit;

import io.agreements.keycloak.ledger.verification.LogVerification;
import io.agreements.keycloak.ledger.verification.VerificationState;
import java.time.Instant;
import java.util.Optional;

/**
 * That the ledger of a realm was verified, all of it or a part.
 *
 * @param at when that came to its end, in UTC
 * @param from how many entries at the beginning were passed over; 0 for none
 * @param size up to how many entries it was
 * @param good whether nothing was found to be wrong
 */
record Verification(Instant at, long from, long size, boolean good) {

    /** Empty if it did not come to its end. */
    static Optional<Verification> of(LogVerification verification) {
        return Optional.ofNullable(verification.end())
                .filter(end -> end.state() == VerificationState.DONE)
                .map(end -> new Verification(
                        end.at(),
                        verification.span().from(),
                        verification.span().to(),
                        end.outcome().wrong() == 0));
    }
}
