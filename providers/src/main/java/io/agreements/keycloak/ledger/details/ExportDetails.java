package io.agreements.keycloak.ledger.details;

import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;

/**
 * Of an export.
 *
 * @param by who was given the data
 */
public record ExportDetails(ActorKind by) implements Details {

    @Override
    public RecordType type() {
        return RecordType.EXPORT;
    }
}
