package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.account.report.Report;

/**
 * What was done at once.
 *
 * @param sessionsEnded how many other sessions, offline ones included
 * @param passwordAsked whether the next sign-in asks for a new password; false where the user has none that could be
 *     changed here
 */
public record MyReportRepresentation(int sessionsEnded, boolean passwordAsked) {

    static MyReportRepresentation of(Report report) {
        return new MyReportRepresentation(report.sessionsEnded(), report.passwordAsked());
    }
}
