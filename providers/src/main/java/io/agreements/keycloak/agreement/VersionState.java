package io.agreements.keycloak.agreement;

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
    RETRACTED
}
