package io.agreements.keycloak.account.mailing;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.MailingDetails;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Everybody whom a version concerns has been written to.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param subject what it was about
 * @param mailing as it is at its end
 */
public record MailingDoneEvent(KeycloakSession session, RealmModel realm, MailingSubject subject, Mailing mailing)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        Agreement agreement = subject.agreement();
        MailingDetails details = MailingDetails.of(
                mailing.administratorId(),
                mailing.startedAt().toEpochMilli(),
                mailing.progress().sent(),
                mailing.progress().failed());
        ledger.append(LedgerRecord.of(details, realm, now)
                .occurredAt(mailing.finishedAt())
                .shown(subject.version().binding(agreement.key(), agreement.bindingLocale()))
                .method(Method.ADMIN)
                .build());
    }
}
