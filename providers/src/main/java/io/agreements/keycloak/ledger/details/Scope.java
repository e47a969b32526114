package io.agreements.keycloak.ledger.details;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What went with all accounts in it. */
public enum Scope {
    @JsonProperty("realm")
    REALM,

    @JsonProperty("userStore")
    USER_STORE
}
