package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import java.util.Set;

/**
 * Of a legal hold.
 *
 * @param stage what happened
 * @param hold its id, the same in each of its records
 * @param by who is behind it
 * @param administrator user id of the administrator; null if it was none
 * @param reason in the words of the administrator who placed it; null once it is over
 * @param agreement key of the agreement whose records it keeps; null if they are those of a user
 * @param until from when it ends by itself; null if somebody has to lift it
 */
public record HoldDetails(
        Stage stage, String hold, ActorKind by, String administrator, String reason, String agreement, Long until)
        implements Details {

    @Override
    public RecordType type() {
        return RecordType.HOLD;
    }

    @Override
    public Set<String> freeText() {
        return Set.of("reason");
    }

    /** What happened to a hold. */
    public enum Stage {
        @JsonProperty("placed")
        PLACED,

        /** By an administrator. */
        @JsonProperty("lifted")
        LIFTED,

        /** By its date. */
        @JsonProperty("ended")
        ENDED
    }
}
