package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.keycloak.rest.AttentionRepresentation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record of the ledger that concerns the user. What there is none of is left out, and so is which
 * administrator acted, and why an account was held.
 *
 * @param type what it is about; left out where what is stored is no word of a type, which {@code details} then has as
 *     {@code unreadableType} ({@code unreadableDecision} and {@code unreadableMethod} likewise)
 * @param wordingDigest SHA-256 of all that was shown around the text, hexadecimal
 * @param settingsDigest SHA-256 of the settings that gave the decision its meaning, hexadecimal
 * @param occurredAt milliseconds since 1970 in UTC
 * @param recordedAt likewise; later where the decision was taken over from elsewhere
 * @param attention the clauses the user's attention was drawn to, in the order of the text; left out if none were shown
 * @param corrected true of data given to others, where the user has been told otherwise since; left out elsewhere
 * @param details what else there is to say, by names of the type's own; empty if nothing
 */
public record MyRecordRepresentation(
        String id,
        RecordType type,
        String agreementKey,
        Integer version,
        String locale,
        String textDigest,
        String wordingDigest,
        String settingsDigest,
        Decision decision,
        Method method,
        String clientId,
        long occurredAt,
        long recordedAt,
        String username,
        String ipAddress,
        String userAgent,
        List<AttentionRepresentation> attention,
        Boolean corrected,
        Map<String, Object> details) {

    private static final String ADMINISTRATOR = "administrator";

    /** An administrator's own words on why an account, or what is on record, is kept for a while. */
    private static final String REASON = "reason";

    static MyRecordRepresentation of(LedgerRecord entry) {
        return of(entry, false);
    }

    /** @param corrected whether it is about data given to others, and the user has been told otherwise since */
    static MyRecordRepresentation of(LedgerRecord entry, boolean corrected) {
        Optional<Shown> shown = Optional.ofNullable(entry.shown());
        Map<String, Object> details = AcceptanceDetails.besideAttention(entry.allDetails());
        details.remove(ADMINISTRATOR);
        if (entry.type() == null || entry.type() == RecordType.DELETION || entry.type() == RecordType.HOLD) {
            details.remove(REASON);
        }
        return new MyRecordRepresentation(
                entry.id(),
                entry.type(),
                shown.map(Shown::agreementKey).orElse(null),
                shown.map(Shown::versionNumber).orElse(null),
                shown.map(Shown::locale).orElse(null),
                shown.map(Shown::textDigest).orElse(null),
                shown.map(Shown::wordingDigest).orElse(null),
                entry.settingsDigest(),
                entry.decision(),
                entry.method(),
                entry.clientId(),
                entry.occurredAt().toEpochMilli(),
                entry.recordedAt().toEpochMilli(),
                entry.identity().username(),
                entry.connection().ipAddress(),
                entry.connection().userAgent(),
                AttentionRepresentation.of(AcceptanceDetails.attentionIn(entry.details())),
                corrected ? true : null,
                details);
    }
}
