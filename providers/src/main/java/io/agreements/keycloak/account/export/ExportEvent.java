package io.agreements.keycloak.account.export;

import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.ExportDetails;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A user is about to be given what is kept of the user.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param userId id of the user
 * @param startedAt when
 * @param method how it was asked for
 * @param clientId the client by which it was asked for; null if none was
 * @param identity who the user is
 * @param connection where it was asked from
 */
public record ExportEvent(
        KeycloakSession session,
        RealmModel realm,
        String userId,
        Instant startedAt,
        Method method,
        String clientId,
        Identity identity,
        Connection connection)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        ledger.append(LedgerRecord.of(new ExportDetails(ActorKind.USER), realm, now)
                .occurredAt(startedAt)
                .user(userId)
                .method(method)
                .client(clientId)
                .identity(identity)
                .connection(connection)
                .build());
    }
}
