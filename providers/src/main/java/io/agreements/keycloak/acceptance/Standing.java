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
 * @param decision what was said; null where somebody has put a word there that is none, so that it has to be said again
 * @param locale language tag of the text that was shown
 * @param textDigest SHA-256 of that text, hexadecimal
 * @param decidedAt when, in UTC
 * @param recordId id of the ledger's record of it
 * @param renewal why it has to be made again although it would be good; null if it has not
 */
public record Standing(
        String agreementId,
        int versionNumber,
        Decision decision,
        String locale,
        String textDigest,
        Instant decidedAt,
        String recordId,
        RenewalRequest renewal) {

    /** One that nobody has asked for again. */
    public Standing(
            String agreementId,
            int versionNumber,
            Decision decision,
            String locale,
            String textDigest,
            Instant decidedAt,
            String recordId) {
        this(agreementId, versionNumber, decision, locale, textDigest, decidedAt, recordId, null);
    }

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

    /** The same, to be made again. */
    public Standing toRenew(RenewalRequest request) {
        return new Standing(agreementId, versionNumber, decision, locale, textDigest, decidedAt, recordId, request);
    }

    /** Whether the user has done what the agreement asks for: accepted it, or taken note of it. */
    public boolean affirms(Agreement agreement) {
        return decision == agreement.affirmation();
    }

    /** Until when it lasts; empty if it need not be renewed. Only what does what the agreement asks for has to be. */
    public Optional<Instant> lastsUntil(Agreement agreement) {
        return affirms(agreement) ? agreement.lastsUntil(decidedAt) : Optional.empty();
    }
}
