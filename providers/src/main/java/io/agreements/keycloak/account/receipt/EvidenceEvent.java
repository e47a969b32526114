package io.agreements.keycloak.account.receipt;

import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.ExportDetails;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * An administrator is about to be given all records of a user.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param userId id of the user, or what stands for it
 * @param startedAt when
 * @param administratorId id of the administrator
 * @param clientId the client by which it was asked for; null if none was
 */
public record EvidenceEvent(
        KeycloakSession session,
        RealmModel realm,
        String userId,
        Instant startedAt,
        String administratorId,
        String clientId)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        ledger.append(LedgerRecord.of(new ExportDetails(ActorKind.ADMINISTRATOR, administratorId), realm, now)
                .occurredAt(startedAt)
                .user(userId)
                .method(Method.ADMIN)
                .client(clientId)
                .identity(Identity.ofUser(session, realm, userId))
                .build());
    }
}
