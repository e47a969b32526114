package io.agreements.keycloak.conduct;

import io.agreements.keycloak.account.deletion.NameDigest;
import io.agreements.keycloak.agreement.text.TextDigest;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** Whether an attribute that a notice named has been corrected: it is another one now, and one that the realm takes. */
final class Correction {

    private static final int KEY_DIGITS = 32;

    private final KeycloakSession session;
    private final UserModel user;

    Correction(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    /** What the attribute is now, as a digest that says nothing of another user's. */
    String digest(String restrictionId, String attribute) {
        String values = user.getAttributeStream(attribute).collect(Collectors.joining("\n"));
        return new NameDigest(TextDigest.of(restrictionId).substring(0, KEY_DIGITS)).of(values);
    }

    boolean isDone(Restriction notice) {
        return notice.attribute() != null
                && !digest(notice.id(), notice.attribute()).equals(notice.attributeDigest())
                && isValid(notice.attribute());
    }

    private boolean isValid(String attribute) {
        try {
            session.getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.ACCOUNT, user)
                    .validate();
            return true;
        } catch (ValidationException e) {
            return e.getErrors().stream().noneMatch(error -> attribute.equals(error.getAttribute()));
        }
    }
}
