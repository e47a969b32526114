package io.agreements.keycloak.agreement;

/** How an existing user comes to accept a version. */
public enum AcceptanceMode {
    /** By saying so. */
    EXPLICIT,
    /** By going on after a notice. Recorded as that; a court may not take it for consent. */
    CONTINUED_USE
}
