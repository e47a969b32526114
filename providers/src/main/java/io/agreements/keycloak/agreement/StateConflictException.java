package io.agreements.keycloak.agreement;

/** What was asked for cannot be done to an agreement in the state it is in; with another state it could. */
public final class StateConflictException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** @param message what stands against it, in words for an administrator */
    public StateConflictException(String message) {
        super(message);
    }
}
