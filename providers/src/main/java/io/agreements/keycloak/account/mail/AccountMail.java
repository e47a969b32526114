package io.agreements.keycloak.account.mail;

import io.agreements.keycloak.AfterCompletion;
import io.agreements.keycloak.FrontendAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Mail to users about their accounts. It is sent once the transaction is committed, so that none speaks of what was rolled
 * back, and reaches a user who is gone by then. Where it cannot be sent, what it speaks of has happened all the same: the
 * log says so.
 */
public final class AccountMail {

    private static final Logger LOG = Logger.getLogger(AccountMail.class);

    private final KeycloakSession session;

    public AccountMail(KeycloakSession session) {
        this.session = session;
    }

    /** Whether a mail to that address could be sent at all. */
    public static boolean isPossible(RealmModel realm, String email) {
        return email != null && !realm.getSmtpConfig().isEmpty();
    }

    /** @param attributes what the templates of the mail put in, by name */
    public void sendAfterCommit(RealmModel realm, Recipient recipient, MailKind kind, Map<String, Object> attributes) {
        if (!isPossible(realm, recipient.email())) {
            LOG.debugf("No mail %s to user %s: no address, or no mail server", kind, recipient.userId());
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        // After the commit there may be no request any more that tells the address.
        URI base = FrontendAddress.known(session, realm).orElse(null);
        Letter letter = new Letter(recipient, kind, List.of(), attributes, base);
        AfterCompletion.onCommit(session, () -> {
            if (send(factory, realmId, letter) != Delivery.SENT) {
                LOG.warnf("Mail %s to user %s could not be sent; log at DEBUG says why", kind, recipient.userId());
            }
        });
    }

    private static Delivery send(KeycloakSessionFactory factory, String realmId, Letter letter) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
                RealmModel realm = session.realms().getRealm(realmId);
                session.getContext().setRealm(realm);
                return new UserMail(session, realm).send(letter);
            });
        } catch (RuntimeException e) {
            LOG.debug("Mail not sent", e);
            return Delivery.FAILED;
        }
    }
}
