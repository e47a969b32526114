package io.agreements.keycloak.rest.admin.acceptance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agreements.keycloak.acceptance.rebuild.Discrepancy;
import io.agreements.keycloak.acceptance.rebuild.DiscrepancyKind;
import io.agreements.keycloak.acceptance.rebuild.StandingsReport;
import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.Catalogue;
import java.util.List;

/**
 * How standings differ from the ledger, or did before they were rebuilt.
 *
 * @param equal whether nothing differed; false if it stopped before the end
 * @param standings how many there were
 * @param missing how many were missing
 * @param different how many were not what the latest record says
 * @param surplus how many no record of an existing user is behind
 * @param named the first of all these; left out in the admin event, which names nobody
 * @param errorMessage why it stopped before the end; left out if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StandingsReportRepresentation(
        boolean equal,
        long standings,
        long missing,
        long different,
        long surplus,
        List<DiscrepancyRepresentation> named,
        String errorMessage) {

    static StandingsReportRepresentation of(StandingsReport report, Catalogue catalogue, String errorMessage) {
        return counting(
                report,
                report.named().stream()
                        .map(one -> DiscrepancyRepresentation.of(one, catalogue))
                        .toList(),
                errorMessage);
    }

    static StandingsReportRepresentation countsOf(StandingsReport report) {
        return counting(report, null, null);
    }

    private static StandingsReportRepresentation counting(
            StandingsReport report, List<DiscrepancyRepresentation> named, String errorMessage) {
        return new StandingsReportRepresentation(
                report.discrepancies() == 0 && errorMessage == null,
                report.standings(),
                report.missing(),
                report.different(),
                report.surplus(),
                named,
                errorMessage);
    }

    /**
     * One standing that differs.
     *
     * @param agreementKey left out if there is no such agreement
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DiscrepancyRepresentation(String userId, String agreementKey, DiscrepancyKind kind) {

        private static DiscrepancyRepresentation of(Discrepancy found, Catalogue catalogue) {
            String key = catalogue.agreements().stream()
                    .filter(agreement -> agreement.id().equals(found.agreementId()))
                    .map(Agreement::key)
                    .findFirst()
                    .orElse(null);
            return new DiscrepancyRepresentation(found.userId(), key, found.kind());
        }
    }
}
