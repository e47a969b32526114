package io.agreements.keycloak.account.deletion;

import io.agreements.keycloak.ledger.Actor;
import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.LedgerRecord;
import io.agreements.keycloak.ledger.RecordableEvent;
import io.agreements.keycloak.ledger.details.DeletionDetails;
import io.agreements.keycloak.ledger.details.DeletionDetails.Stage;
import io.agreements.keycloak.ledger.erasure.Connection;
import io.agreements.keycloak.ledger.erasure.Identity;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Something happened to a deletion request.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param user whose account it is
 * @param request the request as it is now, or as it was before it was cancelled
 * @param stage what happened
 * @param identity who the user is
 * @param connection where it came from, if it was the user
 */
public record DeletionRequestEvent(
        KeycloakSession session,
        RealmModel realm,
        UserModel user,
        DeletionRequest request,
        Stage stage,
        Identity identity,
        Connection connection)
        implements RecordableEvent {

    @Override
    public void writeTo(LedgerProvider ledger, Instant now) {
        Actor actor = Actor.of(session, user);
        String reason = request.hold() == null ? null : request.hold().reason();
        ledger.append(LedgerRecord.of(
                        DeletionDetails.ofRequest(stage, actor, request.dueAt().toEpochMilli(), reason), realm, now)
                .user(user.getId())
                .method(actor.method())
                .client(actor.clientId())
                .identity(identity)
                .connection(connection)
                .build());
    }
}
