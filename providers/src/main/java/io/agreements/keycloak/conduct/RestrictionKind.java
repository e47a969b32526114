package io.agreements.keycloak.conduct;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;

/** What an operator can impose on a user. */
public enum RestrictionKind {
    /** Something is to be corrected by a date. A date that is missed makes it a suspension. */
    NOTICE,
    /** No service until a date, or until it is lifted. */
    SUSPENSION,
    /** The account is closed, and deleted when the time to object is over. */
    TERMINATION;

    /** @throws IllegalArgumentException if none has that name */
    @JsonCreator
    static RestrictionKind named(String name) {
        return EnumNames.find(RestrictionKind.class, name);
    }
}
