package io.agreements.keycloak.token;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * That the executor was called in this request, before tokens are made.
 *
 * @param settings what is set of it
 * @param user at whom it could look; null if it could not be told yet whom the request is about
 */
record EarlyLook(AgreementsAcceptedConfiguration settings, UserModel user) {

    private static final String ATTRIBUTE = EarlyLook.class.getName();

    static void note(KeycloakSession session, EarlyLook look) {
        List<EarlyLook> all = new ArrayList<>(in(session));
        all.add(look);
        session.setAttribute(ATTRIBUTE, all);
    }

    /** All of this request. */
    static List<EarlyLook> in(KeycloakSession session) {
        return session.getAttributeOrDefault(ATTRIBUTE, List.of());
    }

    boolean wasAt(UserModel other) {
        return user != null && user.getId().equals(other.getId());
    }
}
