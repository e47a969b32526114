package io.agreements.keycloak.ledger.log;

/** What is stored of a log is not what was signed. */
final class DamagedLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DamagedLogException(String what) {
        super(what);
    }
}
