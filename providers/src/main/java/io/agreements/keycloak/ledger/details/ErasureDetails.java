package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.erasure.ErasableGroup;
import io.agreements.keycloak.ledger.erasure.Erasure;
import java.util.List;

/**
 * Of the erasure of what identifies persons.
 *
 * @param reason why
 * @param records from how many records; null if they were too many to be counted at once
 * @param groups what was erased of them, where it was there
 * @param by who is behind it
 * @param administrator user id of the administrator; null if it was none
 * @param before what occurred before that was erased; null if the time made no difference
 * @param scope null if it is about one person, or about time
 * @param userStoreId id of the user store that is gone; null if none is
 * @param held of how many users a legal hold kept something from being erased; null if of none
 * @param requestedAt since when a legal hold had kept it; null if none had
 * @param underHold whether a legal hold lasted while those of whom it kept something were too many to be counted at once; null
 *     if they were counted, or none lasted
 */
public record ErasureDetails(
        Reason reason,
        Long records,
        List<ErasableGroup> groups,
        ActorKind by,
        String administrator,
        Long before,
        Scope scope,
        String userStoreId,
        Long held,
        Long requestedAt,
        Boolean underHold)
        implements Details {

    public ErasureDetails {
        groups = groups.stream().sorted().toList();
    }

    /** With an account. */
    public static ErasureDetails ofUser(Actor actor, Erasure erasure) {
        return ofAll(actor, erasure, null, null);
    }

    /** With all accounts of a realm. */
    public static ErasureDetails ofRealm(Actor actor, Erasure erasure) {
        return ofAll(actor, erasure, Scope.REALM, null);
    }

    /** With all accounts of a user store. */
    public static ErasureDetails ofUserStore(Actor actor, Erasure erasure, String userStoreId) {
        return ofAll(actor, erasure, Scope.USER_STORE, userStoreId);
    }

    private static ErasureDetails ofAll(Actor actor, Erasure erasure, Scope scope, String userStoreId) {
        return new ErasureDetails(
                Reason.DELETION,
                erasure.records() == Erasure.MANY ? null : erasure.records(),
                List.copyOf(erasure.groups()),
                actor.kind(),
                actor.administratorId(),
                null,
                scope,
                userStoreId,
                erasure.held() <= 0 ? null : erasure.held(),
                null,
                erasure.held() == Erasure.MANY ? true : null);
    }

    /** Of what had to wait for the end of a legal hold when the account went. */
    public static ErasureDetails afterHold(Erasure erasure, long requestedAt) {
        return new ErasureDetails(
                Reason.DELETION,
                erasure.records(),
                List.copyOf(erasure.groups()),
                ActorKind.SCHEDULE,
                null,
                null,
                null,
                null,
                null,
                requestedAt,
                null);
    }

    /** Because the time is over for which it is kept. */
    public static ErasureDetails ofRetention(long records, long before) {
        return new ErasureDetails(
                Reason.RETENTION,
                records,
                List.of(ErasableGroup.CONNECTION),
                ActorKind.SCHEDULE,
                null,
                before,
                null,
                null,
                null,
                null,
                null);
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
