package io.agreements.keycloak.conduct.barred;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;

/** What of a user can be kept from being registered again. */
public enum BarredKind {
    USERNAME,
    EMAIL,
    /** Attributes whose validator is {@code phone-number}. */
    PHONE;

    /** @throws IllegalArgumentException if none has that name */
    @JsonCreator
    static BarredKind named(String name) {
        return EnumNames.find(BarredKind.class, name);
    }
}
