package io.agreements.keycloak.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;

/** How an existing user comes to accept a version. */
public enum AcceptanceMode {
    /** By saying so. */
    EXPLICIT,
    /** By going on after a notice. Recorded as that; a court may not take it for consent. */
    CONTINUED_USE;

    @JsonCreator
    static AcceptanceMode named(String name) {
        return EnumNames.find(AcceptanceMode.class, name);
    }
}
