package io.agreements.keycloak.rest.user;

import io.agreements.keycloak.account.report.AccountReports;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.models.KeycloakSession;

/** What users report about their own accounts. */
public final class MyReportsResource {

    private final AccountReports reports;
    private final Caller caller;

    MyReportsResource(KeycloakSession session, Caller caller) {
        this.reports = new AccountReports(session);
        this.caller = caller;
    }

    /**
     * "This was not me": all other sessions end, offline ones too, the next sign-in asks for a new password, and the report
     * is put on record. Needs the role manage-account.
     */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public MyReportRepresentation report() {
        caller.requireManage();
        return MyReportRepresentation.of(reports.notMe(caller.realm(), caller.user(), caller.session()));
    }
}
