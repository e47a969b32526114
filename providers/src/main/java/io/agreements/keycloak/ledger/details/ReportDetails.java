package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;

/**
 * Of something that a user reported about the account.
 *
 * @param reason what
 * @param sessionsEnded how many sessions were ended, offline ones included
 * @param passwordAsked whether the next sign-in asks for a new password
 */
public record ReportDetails(Reason reason, int sessionsEnded, boolean passwordAsked) implements Details {

    @Override
    public RecordType type() {
        return RecordType.REPORT;
    }

    /** What is reported. */
    public enum Reason {
        @JsonProperty("notMe")
        NOT_ME
    }
}
