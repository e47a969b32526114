package io.agreements.keycloak.ledger.details;

import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;

/**
 * Of a decision.
 *
 * @param acceptance how it came about, if not by saying so
 * @param importedAt when it was taken over from elsewhere; null if it was made here
 * @param source where it was taken over from; null if it was made here
 */
public record AcceptanceDetails(String acceptance, Long importedAt, String source) implements Details {

    @Override
    public RecordType type() {
        return RecordType.ACCEPTANCE;
    }
}
