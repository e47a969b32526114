package io.agreements.keycloak.acceptance.rebuild;

import io.agreements.keycloak.acceptance.Standing;

/**
 * A standing that is not what the ledger says.
 *
 * @param kept the one there is; null if there is none
 * @param due the one there ought to be; null if there ought to be none
 */
public record Discrepancy(String userId, Standing kept, Standing due) {

    public DiscrepancyKind kind() {
        if (kept == null) {
            return DiscrepancyKind.MISSING;
        }
        return due == null ? DiscrepancyKind.SURPLUS : DiscrepancyKind.DIFFERENT;
    }

    public String agreementId() {
        return kept == null ? due.agreementId() : kept.agreementId();
    }
}
