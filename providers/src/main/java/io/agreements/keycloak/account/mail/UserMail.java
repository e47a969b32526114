package io.agreements.keycloak.account.mail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Mail to one user at once, in the user's language, from the realm's e-mail theme. */
public final class UserMail {

    private static final Logger LOG = Logger.getLogger(UserMail.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    /** @param session that of the realm */
    public UserMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * @param subject what the subject puts in, in order
     * @param attributes what the templates put in, by name
     */
    public Delivery send(Recipient recipient, MailKind kind, List<Object> subject, Map<String, Object> attributes) {
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(recipient.toUser(session, realm))
                    .send(kind.subjectKey(), subject, kind.template(), new HashMap<>(attributes));
            return Delivery.SENT;
        } catch (EmailException e) {
            // What went wrong may name the address.
            LOG.debug("Mail not sent", e);
            return isAddressImpossible(e) ? Delivery.REFUSED : Delivery.of(e);
        }
    }

    /** Keycloak tells of addresses that are none before it turns to the mail server; of the realm's own ones too. */
    private boolean isAddressImpossible(EmailException problem) {
        if (problem.getCause() != null) {
            return false;
        }
        try {
            session.getProvider(EmailSenderProvider.class).validate(realm.getSmtpConfig());
            return true;
        } catch (EmailException e) {
            LOG.debug("The realm's mail settings are at fault", e);
            return false;
        }
    }
}
