package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;

/**
 * Of an OAuth consent.
 *
 * @param action what became of it
 * @param scope names of what is consented to, separated by spaces (RFC 6749, section 3.3); null if it was revoked
 * @param administrator user id of the administrator who revoked it; null if it was the user
 */
public record GrantDetails(Action action, String scope, String administrator) implements Details {

    @Override
    public RecordType type() {
        return RecordType.GRANT;
    }

    /** What became of a consent. */
    public enum Action {
        @JsonProperty("given")
        GIVEN,

        @JsonProperty("revoked")
        REVOKED
    }
}
