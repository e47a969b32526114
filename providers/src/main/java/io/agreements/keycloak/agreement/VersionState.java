package io.agreements.keycloak.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agreements.keycloak.EnumNames;

/** Where a version is in its life: derived from its timeline and the clock, never stored. */
public enum VersionState {
    /** Nobody but its authors sees it. */
    DRAFT,
    /** It will be published at a moment that is still to come. */
    SCHEDULED,
    /** It can be read and accepted, new users do not get it yet. */
    ANNOUNCED,
    /** New users get it. */
    IN_FORCE,
    /** A newer one is in force. */
    SUPERSEDED,
    /** It has been pulled back. */
    RETRACTED;

    @JsonCreator
    static VersionState named(String name) {
        return EnumNames.find(VersionState.class, name);
    }
}
