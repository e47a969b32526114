package io.agreements.keycloak.acceptance;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * The latest decision of one user on one agreement.
 *
 * @param agreementId id of the agreement
 * @param versionNumber number of the version decided on
 * @param decision what was said
 * @param locale language tag of the text that was shown
 * @param textDigest SHA-256 of that text, hexadecimal
 * @param decidedAt when, in UTC
 * @param recordId id of the ledger's record of it
 */
public record Standing(
        String agreementId,
        int versionNumber,
        Decision decision,
        String locale,
        String textDigest,
        Instant decidedAt,
        String recordId) {

    /** What a decision on record comes to, as long as none comes after it. */
    public static Standing of(String agreementId, LedgerRecord decision) {
        return new Standing(
                agreementId,
                decision.shown().versionNumber(),
                decision.decision(),
                decision.shown().locale(),
                decision.shown().textDigest(),
                decision.occurredAt(),
                decision.id());
    }

    /** Until when it lasts; empty if it need not be renewed. Only an acceptance has to be. */
    Optional<Instant> lastsUntil(Agreement agreement) {
        return decision == Decision.ACCEPTED ? agreement.lastsUntil(decidedAt) : Optional.empty();
    }
}
