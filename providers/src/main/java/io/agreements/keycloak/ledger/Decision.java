package io.agreements.keycloak.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;

/** What a user said to a version of an agreement. */
public enum Decision {
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    @JsonCreator
    static Decision named(String name) {
        return EnumNames.find(Decision.class, name);
    }
}
