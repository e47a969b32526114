package io.agreements.keycloak.account.mailing;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderEvent;

/**
 * Everybody whom a version concerns has been written to. Published synchronously, in the transaction that says so: whoever
 * listens writes in the same transaction, and by throwing makes the whole fail.
 *
 * @param session the session whose transaction it is
 * @param realm the realm
 * @param subject what it was about
 * @param mailing as it is at its end
 */
public record MailingDoneEvent(KeycloakSession session, RealmModel realm, MailingSubject subject, Mailing mailing)
        implements ProviderEvent {}
