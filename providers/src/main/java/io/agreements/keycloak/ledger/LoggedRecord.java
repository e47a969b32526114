package io.agreements.keycloak.ledger;

import io.agreements.proof.canonical.RecordForm;
import java.util.Optional;

/**
 * A record as it can be proved to others.
 *
 * @param entry all that is kept of it
 * @param form its canonical form
 * @param index its place in the log; empty as long as it is not there
 */
public record LoggedRecord(LedgerRecord entry, RecordForm form, Optional<Long> index) {

    /** Whether a log can have it at all. */
    public boolean isFit() {
        return form.isFit();
    }
}
