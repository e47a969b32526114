package io.agreements.keycloak.acceptance.decision;

/** The user has been removed while deciding: nothing is written about the decision. */
public final class UserGoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserGoneException(String userId) {
        super("User " + userId + " has been removed");
    }
}
