package io.agreements.keycloak.rest.admin.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agreements.keycloak.acceptance.legacy.LegacyReport;
import java.util.List;

/**
 * What an import of decisions has come to: the last line.
 *
 * @param source the attribute's name, or {@code csv}
 * @param taken how many are decisions now
 * @param known how many were left alone, because their users had decided already
 * @param wrongCount how many cannot be taken over
 * @param wrong the first of those; left out in the admin event, which names nobody
 * @param errorMessage why it stopped before the end; left out if it did not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionImportReportRepresentation(
        String source, long taken, long known, long wrongCount, List<WrongRepresentation> wrong, String errorMessage) {

    static DecisionImportReportRepresentation of(String source, LegacyReport report, String errorMessage) {
        return new DecisionImportReportRepresentation(
                source,
                report.taken(),
                report.known(),
                report.wrongCount(),
                report.wrong().stream()
                        .map(wrong -> new WrongRepresentation(wrong.line(), wrong.user(), wrong.problem()))
                        .toList(),
                errorMessage);
    }

    static DecisionImportReportRepresentation countsOf(String source, LegacyReport report) {
        return new DecisionImportReportRepresentation(
                source, report.taken(), report.known(), report.wrongCount(), null, null);
    }

    /**
     * One that cannot be taken over.
     *
     * @param line number of its line, the header being the first; left out where there are no lines
     * @param user whom it is of, as it says; left out if that cannot be read
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WrongRepresentation(Long line, String user, String problem) {}
}
