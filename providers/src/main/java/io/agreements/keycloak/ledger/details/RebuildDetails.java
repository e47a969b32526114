package io.agreements.keycloak.ledger.details;

import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;

/**
 * Of standings that were made what the ledger says.
 *
 * @param by who is behind it
 * @param administrator user id of the administrator; null if it was none
 * @param added how many were missing
 * @param replaced how many were of another decision
 * @param removed how many had no decision on record
 */
public record RebuildDetails(ActorKind by, String administrator, long added, long replaced, long removed)
        implements Details {

    @Override
    public RecordType type() {
        return RecordType.REBUILD;
    }
}
