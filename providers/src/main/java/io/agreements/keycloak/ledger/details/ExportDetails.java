package io.agreements.keycloak.ledger.details;

import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;

/**
 * Of an export.
 *
 * @param by who was given the data
 * @param administrator user id of the administrator; null if it was none
 */
public record ExportDetails(ActorKind by, String administrator) implements Details {

    /** To the user. */
    public ExportDetails(ActorKind by) {
        this(by, null);
    }

    @Override
    public RecordType type() {
        return RecordType.EXPORT;
    }
}
