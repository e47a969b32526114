package io.agreements.keycloak.agreement;

/** Whether the service can be had without an agreement. */
public enum Requirement {
    /** No service without it. */
    REQUIRED,
    /** A separate consent that may be refused and withdrawn at will; it never blocks. */
    OPTIONAL
}
