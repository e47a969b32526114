package io.agreements.keycloak.account.mail;

import java.util.Locale;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/**
 * Who gets a mail: what templates want to know of a user, kept apart from the account, which may be gone by then.
 *
 * @param userId id of the user
 * @param firstName null if there is none
 * @param lastName null if there is none
 * @param locale language tag the user wants; null if that is not known, then it is the realm's default
 */
public record Recipient(
        String userId, String username, String email, String firstName, String lastName, String locale) {

    /**
     * Somebody whose own request this is. The language is the one the user is spoken to in now: later there is no page any
     * more to tell it from.
     */
    public static Recipient present(KeycloakSession session, UserModel user) {
        return of(user, session.getContext().resolveLocale(user));
    }

    /** Somebody about whom others do something. The language that whoever does it reads says nothing of the user's. */
    public static Recipient absent(KeycloakSession session, UserModel user) {
        return of(user, session.getContext().resolveLocale(user, true));
    }

    private static Recipient of(UserModel user, Locale locale) {
        return new Recipient(
                user.getId(),
                user.getUsername(),
                user.getEmail(),
                user.getFirstName(),
                user.getLastName(),
                locale.toLanguageTag());
    }

    /** As Keycloak's own mail wants it. Nothing is asked of any store. */
    public UserModel toUser(KeycloakSession session, RealmModel realm) {
        UserModel user = new InMemoryUserAdapter(session, realm, userId);
        user.setUsername(username);
        user.setEmail(email);
        user.setFirstName(Objects.requireNonNullElse(firstName, ""));
        user.setLastName(Objects.requireNonNullElse(lastName, ""));
        if (locale != null) {
            user.setSingleAttribute(UserModel.LOCALE, locale);
        }
        return user;
    }
}
