package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.Shown;
import io.agreements.keycloak.ledger.ShownClause;
import io.agreements.keycloak.ledger.details.AcceptanceDetails;
import io.agreements.keycloak.rest.AttentionRepresentation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record of the ledger. What there is none of, or what was erased, is left out.
 *
 * @param username the name at that time
 * @param type what it is about; left out where what is stored is no word of a type, which {@code details} then has as
 *     {@code unreadableType} ({@code unreadableDecision} and {@code unreadableMethod} likewise)
 * @param occurredAt milliseconds since 1970 in UTC
 * @param recordedAt likewise; later where the decision was taken over from elsewhere
 * @param settingsDigest SHA-256 of the settings that gave the decision its meaning, hexadecimal
 * @param presentation how the text was shown
 * @param details what else there is to say, by names of the type's own; empty if nothing
 */
public record RecordRepresentation(
        String id,
        String userId,
        String username,
        RecordType type,
        String agreementKey,
        Integer version,
        String locale,
        String textDigest,
        Decision decision,
        String settingsDigest,
        Method method,
        String clientId,
        long occurredAt,
        long recordedAt,
        RecordPresentation presentation,
        Map<String, Object> details,
        String sessionId,
        String ipAddress,
        String userAgent) {

    static RecordRepresentation of(LedgerRecord entry) {
        Optional<Shown> shown = Optional.ofNullable(entry.shown());
        return new RecordRepresentation(
                entry.id(),
                entry.userId(),
                entry.identity().username(),
                entry.type(),
                shown.map(Shown::agreementKey).orElse(null),
                shown.map(Shown::versionNumber).orElse(null),
                shown.map(Shown::locale).orElse(null),
                shown.map(Shown::textDigest).orElse(null),
                entry.decision(),
                entry.settingsDigest(),
                entry.method(),
                entry.clientId(),
                entry.occurredAt().toEpochMilli(),
                entry.recordedAt().toEpochMilli(),
                shown.flatMap(text -> RecordPresentation.of(text, AcceptanceDetails.attentionIn(entry.details())))
                        .orElse(null),
                AcceptanceDetails.besideAttention(entry.allDetails()),
                entry.identity().sessionId(),
                entry.connection().ipAddress(),
                entry.connection().userAgent());
    }

    /**
     * How a text was shown.
     *
     * @param wordingDigest SHA-256 of all that was shown around it, hexadecimal
     * @param endReached whether it came into view to its end
     * @param diffFrom number of the version against which the changes were shown
     * @param attention the clauses the user's attention was drawn to, in the order of the text; left out if none were shown
     */
    public record RecordPresentation(
            String wordingDigest, Boolean endReached, Integer diffFrom, List<AttentionRepresentation> attention) {

        private static Optional<RecordPresentation> of(Shown shown, List<ShownClause> attention) {
            return shown.wordingDigest() == null
                            && shown.endReached() == null
                            && shown.diffFrom() == null
                            && attention.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RecordPresentation(
                            shown.wordingDigest(),
                            shown.endReached(),
                            shown.diffFrom(),
                            AttentionRepresentation.of(attention)));
        }
    }
}
