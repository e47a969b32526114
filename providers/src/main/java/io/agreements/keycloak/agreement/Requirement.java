package io.agreements.keycloak.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;

/** Whether the service can be had without an agreement. */
public enum Requirement {
    /** No service without it. */
    REQUIRED,
    /** A separate consent that may be refused and withdrawn at will; it never blocks. */
    OPTIONAL;

    @JsonCreator
    static Requirement named(String name) {
        return EnumNames.find(Requirement.class, name);
    }
}
