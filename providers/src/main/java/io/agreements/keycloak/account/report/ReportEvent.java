package io.agreements.keycloak.account.report;

import io.agreements.keycloak.ledger.Connection;
import io.agreements.keycloak.ledger.Identity;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;

/**
 * A user says that something about the account was not the user's own doing. Published synchronously, in the transaction
 * in which the account is secured: whoever listens writes in the same transaction, and by throwing makes the whole fail.
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
        implements ProviderEvent {}
