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

    /** Whether it can be written down at all: somebody may have put a moment into the database that nobody can write down. */
    public boolean isFit() {
        return RecordForm.isNumber(form.occurredAt()) && RecordForm.isNumber(form.recordedAt());
    }
}
