package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.Details;
import io.agreements.keycloak.ledger.RecordType;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Of the deletion of an account, or of all accounts of a realm or a user store.
 *
 * @param stage how far it has come
 * @param by who is behind it
 * @param administrator user id of the administrator; null if it was none
 * @param dueAt when a request is due; null where there was no request
 * @param reason in an administrator's words, why an account is kept for a while; null if it is not
 * @param scope null if it is one account
 * @param realm name of the realm that is gone; null if none is
 * @param userStore name of the user store that is gone; null if none is
 * @param users how many of the accounts had decided anything; null if it is one account, or they were too many to be
 *     counted at once
 */
public record DeletionDetails(
        Stage stage,
        ActorKind by,
        String administrator,
        Long dueAt,
        String reason,
        Scope scope,
        String realm,
        String userStore,
        Long users)
        implements Details {

    /** Of a request on its way. */
    public static DeletionDetails ofRequest(Stage stage, Actor actor, long dueAt, String reason) {
        return new DeletionDetails(stage, actor.kind(), actor.administratorId(), dueAt, reason, null, null, null, null);
    }

    /** One account is gone. */
    public static DeletionDetails ofAccount(Actor actor) {
        return executed(actor, null, null, null, null);
    }

    /** An account is gone that nobody said had gone. */
    public static DeletionDetails missing() {
        return atStage(Stage.MISSING, Actor.SCHEDULE, null, null, null, null);
    }

    /** An import took an account out and put it back. */
    public static DeletionDetails replaced(Actor actor) {
        return atStage(Stage.REPLACED, actor, null, null, null, null);
    }

    /** An import took a realm out and put it back. */
    public static DeletionDetails replacedRealm(Actor actor, String realm) {
        return atStage(Stage.REPLACED, actor, Scope.REALM, realm, null, null);
    }

    /** A realm is gone, and all accounts with it. */
    public static DeletionDetails ofRealm(Actor actor, String realm, OptionalLong users) {
        return executed(actor, Scope.REALM, realm, null, users.isPresent() ? users.getAsLong() : null);
    }

    /** A user store is gone, or empty, and all accounts with it. */
    public static DeletionDetails ofUserStore(Actor actor, String userStore, long users) {
        return executed(actor, Scope.USER_STORE, null, userStore, users);
    }

    private static DeletionDetails executed(Actor actor, Scope scope, String realm, String userStore, Long users) {
        return atStage(Stage.EXECUTED, actor, scope, realm, userStore, users);
    }

    private static DeletionDetails atStage(
            Stage stage, Actor actor, Scope scope, String realm, String userStore, Long users) {
        return new DeletionDetails(
                stage, actor.kind(), actor.administratorId(), null, null, scope, realm, userStore, users);
    }

    @Override
    public Set<String> freeText() {
        return Set.of("reason");
    }

    @Override
    public RecordType type() {
        return RecordType.DELETION;
    }

    /** How far a deletion has come. */
    public enum Stage {
        @JsonProperty("requested")
        REQUESTED,

        @JsonProperty("cancelled")
        CANCELLED,

        @JsonProperty("held")
        HELD,

        @JsonProperty("released")
        RELEASED,

        @JsonProperty("executed")
        EXECUTED,

        /** Found to be carried out by somebody who did not say so, such as a user store. */
        @JsonProperty("missing")
        MISSING,

        /** Undone at once: an import made what it removed anew. */
        @JsonProperty("replaced")
        REPLACED
    }
}
