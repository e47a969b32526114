package io.agreements.keycloak.ledger.log.out;

/** Somebody outside knows another log than the one there is. */
final class ContradictionException extends Exception {

    private static final long serialVersionUID = 1L;

    ContradictionException(String reason) {
        super(reason);
    }
}
