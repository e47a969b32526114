package io.agreements.keycloak.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;

/** What an agreement asks of users, and whether the service can be had without it. */
public enum Requirement {
    /** No service without it. */
    REQUIRED,
    /** A separate consent that may be refused and withdrawn at will; it never blocks. */
    OPTIONAL,
    /** Only to be taken note of, such as a privacy notice: no service before that, but nothing is consented to. */
    ACKNOWLEDGEMENT;

    @JsonCreator
    static Requirement named(String name) {
        return EnumNames.find(Requirement.class, name);
    }
}
