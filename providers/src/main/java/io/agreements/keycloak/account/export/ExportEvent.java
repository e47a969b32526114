package io.agreements.keycloak.account.export;

import io.agreements.keycloak.ledger.Connection;
import io.agreements.keycloak.ledger.Identity;
import io.agreements.keycloak.ledger.Method;
import java.time.Instant;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * A user is about to be given what is kept of the user. Published synchronously, in the transaction that lets the export
 * begin: whoever listens writes in the same transaction, and by throwing keeps it from beginning.
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
        implements ProviderEvent {}
