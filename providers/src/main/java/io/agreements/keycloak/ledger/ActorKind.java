package io.agreements.keycloak.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may be behind something. */
public enum ActorKind {
    @JsonProperty("user")
    USER,

    @JsonProperty("administrator")
    ADMINISTRATOR,

    /** No person, but a task of the server. */
    @JsonProperty("schedule")
    SCHEDULE,

    /** Somebody at the server's own command line. */
    @JsonProperty("command")
    COMMAND
}
