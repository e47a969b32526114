package io.agreements.keycloak.ledger.log.out;

import io.agreements.keycloak.ledger.log.store.StoredCheckpoint;

/** What is to go out, or what somebody outside knows, is another log than the one that was signed. */
final class ContradictionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** A stored checkpoint that the realm did not sign. */
    static ContradictionException unsigned(StoredCheckpoint checkpoint) {
        return new ContradictionException(
                "The checkpoint of " + checkpoint.size() + " entries is not signed by the realm");
    }

    ContradictionException(String reason) {
        super(reason);
    }
}
