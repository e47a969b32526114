package io.agreements.keycloak.compatibility;

/** The Keycloak the jars are in lacks what they need. The message is for the operator. */
final class UnfitKeycloakException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnfitKeycloakException(String message) {
        super(message);
    }
}
