package io.agreements.keycloak.ledger.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What of a record can be erased, each by itself. A commitment binds the record to the values of each. */
public enum ErasableGroup {
    /** The user. An id stays as a pseudonym, unless it is a name: then another pseudonym takes its place. */
    @JsonProperty("subject")
    SUBJECT,

    /** Who that was, at that time. */
    @JsonProperty("identity")
    IDENTITY,

    /** Where it came from. */
    @JsonProperty("connection")
    CONNECTION,

    /** The administrator who acted; as with the user. It goes with the administrator's account, and not with the user's. */
    @JsonProperty("actor")
    ACTOR,

    /** What somebody wrote. */
    @JsonProperty("freeText")
    FREE_TEXT
}
