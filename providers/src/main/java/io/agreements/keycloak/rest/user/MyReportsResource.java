package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.account.rate.RateExceededException;
import io.agreements.keycloak.account.report.AccountReports;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;

/** What users report about their own accounts. */
public final class MyReportsResource {

    private final AccountReports reports;
    private final Caller caller;

    MyReportsResource(KeycloakSession session, Caller caller, Clock clock) {
        this.reports = new AccountReports(session, clock);
        this.caller = caller;
    }

    /**
     * "This was not me": all other sessions end, offline ones too, the next sign-in asks for a new password, and the report
     * is put on record. Needs the role manage-account.
     *
     * @return 429 with the seconds to wait in Retry-After, if it was reported too often within a day
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public MyReportRepresentation report() {
        caller.requireManage();
        try {
            return MyReportRepresentation.of(reports.notMe(caller.realm(), caller.user(), caller.session()));
        } catch (RateExceededException e) {
            throw TooOften.refusal(e);
        }
    }
}
