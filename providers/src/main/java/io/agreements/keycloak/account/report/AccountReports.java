package io.agreements.keycloak.account.report;

import io.agreements.keycloak.account.OtherSessions;
import io.agreements.keycloak.account.rate.RateKind;
import io.agreements.keycloak.account.rate.Rates;
import io.agreements.keycloak.ledger.erasure.ConnectionRecording;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/** What users report about their own accounts, and what is done about it at once. */
public final class AccountReports {

    private final KeycloakSession session;
    private final Clock clock;

    public AccountReports(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /**
     * Something about the account was not the user's own doing. It is put on record, all other sessions end, and the next
     * sign-in asks for a new password where there is one.
     *
     * @param current the session in which the user says so; null if there is none
     * @throws io.agreements.keycloak.account.rate.RateExceededException if the user says so too often; then nothing is done
     * @throws RuntimeException if it cannot be recorded; then nothing is done
     */
    public Report notMe(RealmModel realm, UserModel user, UserSessionModel current) {
        new Rates(session, realm, clock).require(RateKind.REPORT, user.getId());
        OtherSessions others = OtherSessions.of(session, realm, user, current);
        Report report = new Report(others.count(), NewPassword.ask(realm, user));
        session.getKeycloakSessionFactory()
                .publish(new ReportEvent(
                        session,
                        realm,
                        user,
                        report,
                        new Identity(user.getUsername(), current == null ? null : current.getId()),
                        ConnectionRecording.of(realm).take(session.getContext())));
        others.end();
        return report;
    }
}
