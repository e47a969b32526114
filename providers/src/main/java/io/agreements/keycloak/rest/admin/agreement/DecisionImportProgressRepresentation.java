package io.agreements.keycloak.rest.admin.agreement;

import io.agreements.keycloak.acceptance.legacy.LegacyReport;

/**
 * How far an import of decisions has come: one line after each batch.
 *
 * @param done how many have been looked at
 * @param of about how many there are
 */
record DecisionImportProgressRepresentation(long done, long of, long taken, long known, long wrongCount) {

    static DecisionImportProgressRepresentation of(LegacyReport report, long size) {
        return new DecisionImportProgressRepresentation(
                report.done(), size, report.taken(), report.known(), report.wrongCount());
    }
}
