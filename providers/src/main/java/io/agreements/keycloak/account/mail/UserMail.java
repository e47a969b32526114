package io.agreements.keycloak.account.mail;

import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.page.PageMessages;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** Mail to one user at once, in the user's language, from the realm's e-mail theme. */
public final class UserMail {

    private static final Logger LOG = Logger.getLogger(UserMail.class);

    private static final String CONTACT = "agreements.contact";

    private final KeycloakSession session;
    private final RealmModel realm;

    /** @param session that of the realm */
    public UserMail(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    public Delivery send(Letter letter) {
        try {
            UserModel user = letter.recipient().toUser(session, realm);
            Locale reader = session.getContext().resolveLocale(user);
            Language words =
                    PageMessages.of(session, realm, reader, Theme.Type.EMAIL).language();
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(user)
                    .send(
                            letter.kind().subjectKey(),
                            letter.subject(),
                            letter.kind().template(),
                            new Envelope(words, realm.getAttribute(CONTACT), MailLinks.of(realm, letter.base()))
                                    .around(letter));
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
