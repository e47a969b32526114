package io.agreements.keycloak.account.report;

import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.ReportDetails;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A user says that something about the account was not the user's own doing.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param user whose account it is
 * @param report what is done about it
 * @param identity who the user is
 * @param connection where it came from
 */
public record ReportEvent(
        KeycloakSession session,
        RealmModel realm,
        UserModel user,
        Report report,
        Identity identity,
        Connection connection)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        Actor actor = Actor.of(session, user);
        ReportDetails details =
                new ReportDetails(ReportDetails.Reason.NOT_ME, report.sessionsEnded(), report.passwordAsked());
        ledger.append(LedgerRecord.of(details, realm, now)
                .user(user.getId())
                .method(actor.method())
                .client(actor.clientId())
                .identity(identity)
                .connection(connection)
                .build());
    }
}
