package io.agreements.keycloak.account.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/**
 * Mail to users about their accounts, in the user's language, from the realm's e-mail theme. It is sent once the
 * transaction is committed, so that none speaks of what was rolled back, and reaches a user who is gone by then. Where it
 * cannot be sent, what it speaks of has happened all the same: the log says so.
 */
public final class AccountMail {

    private static final Logger LOG = Logger.getLogger(AccountMail.class);

    private final KeycloakSession session;

    public AccountMail(KeycloakSession session) {
        this.session = session;
    }

    /** @param attributes what the templates of the mail put in, by name */
    public void sendAfterCommit(RealmModel realm, UserModel user, MailKind kind, Map<String, Object> attributes) {
        if (user.getEmail() == null || realm.getSmtpConfig().isEmpty()) {
            LOG.debugf("No mail %s to user %s: no address, or no mail server", kind, user.getId());
            return;
        }
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        Recipient recipient = Recipient.of(session, realm, user);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                try {
                    KeycloakModelUtils.runJobInTransaction(factory, other -> send(other, recipient, kind, attributes));
                } catch (RuntimeException e) {
                    notSent(kind, recipient, e);
                }
            }

            @Override
            protected void rollbackImpl() {}
        });
    }

    private static void send(
            KeycloakSession session, Recipient recipient, MailKind kind, Map<String, Object> attributes) {
        RealmModel realm = session.realms().getRealm(recipient.realmId());
        session.getContext().setRealm(realm);
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(recipient.toUser(session, realm))
                    .send(kind.subjectKey(), kind.template(), new HashMap<>(attributes));
        } catch (EmailException e) {
            notSent(kind, recipient, e);
        }
    }

    /** What went wrong may name the address. */
    private static void notSent(MailKind kind, Recipient recipient, Exception problem) {
        LOG.warnf("Mail %s to user %s could not be sent; log at DEBUG says why", kind, recipient.userId());
        LOG.debug("Mail not sent", problem);
    }

    /** Who gets a mail, even when the account is gone. */
    private record Recipient(
            String realmId,
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            String locale) {

        /** The language is the one the user is spoken to in now: later there is no page any more to tell it from. */
        static Recipient of(KeycloakSession session, RealmModel realm, UserModel user) {
            return new Recipient(
                    realm.getId(),
                    user.getId(),
                    user.getUsername(),
                    user.getEmail(),
                    user.getFirstName(),
                    user.getLastName(),
                    session.getContext().resolveLocale(user).toLanguageTag());
        }

        UserModel toUser(KeycloakSession session, RealmModel realm) {
            UserModel user = new InMemoryUserAdapter(session, realm, userId);
            user.setUsername(username);
            user.setEmail(email);
            user.setFirstName(Objects.requireNonNullElse(firstName, ""));
            user.setLastName(Objects.requireNonNullElse(lastName, ""));
            user.setSingleAttribute(UserModel.LOCALE, locale);
            return user;
        }
    }
}
