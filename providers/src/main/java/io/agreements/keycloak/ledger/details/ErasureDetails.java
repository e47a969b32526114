package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.Erasure;
import io.agreements.keycloak.ledger.RecordType;

/**
 * Of the erasure of what identifies persons.
 *
 * @param reason why
 * @param records from how many records
 * @param by who is behind it
 * @param administrator user id of the administrator; null if it was none
 * @param before what occurred before that was erased; null if the time made no difference
 * @param scope null if it is about one person, or about time
 * @param held of how many users a legal hold kept something from being erased; null if of none
 * @param requestedAt since when a legal hold had kept it; null if none had
 */
public record ErasureDetails(
        Reason reason,
        long records,
        ActorKind by,
        String administrator,
        Long before,
        Scope scope,
        Long held,
        Long requestedAt)
        implements Details {

    /** With an account, or with all of a realm or a user store. */
    public static ErasureDetails ofDeletion(Actor actor, Erasure erasure, Scope scope) {
        Long held = erasure.held() == 0 ? null : erasure.held();
        return new ErasureDetails(
                Reason.DELETION, erasure.records(), actor.kind(), actor.administratorId(), null, scope, held, null);
    }

    /** Of what had to wait for the end of a legal hold when the account went. */
    public static ErasureDetails afterHold(long records, long requestedAt) {
        return new ErasureDetails(Reason.DELETION, records, ActorKind.SCHEDULE, null, null, null, null, requestedAt);
    }

    /** Because the time is over for which it is kept. */
    public static ErasureDetails ofRetention(long records, long before) {
        return new ErasureDetails(Reason.RETENTION, records, ActorKind.SCHEDULE, null, before, null, null, null);
    }

    @Override
    public RecordType type() {
        return RecordType.ERASURE;
    }

    /** Why something was erased. */
    public enum Reason {
        @JsonProperty("deletion")
        DELETION,

        @JsonProperty("retention")
        RETENTION
    }
}
