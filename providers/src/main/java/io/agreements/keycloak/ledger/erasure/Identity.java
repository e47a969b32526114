package io.agreements.keycloak.ledger.erasure;

import java.util.SortedMap;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Who it was, at that time. Kept apart from the rest of a record, so that it can be erased by law.
 *
 * @param username null if unknown or erased
 * @param sessionId of the user session, or of the authentication session that became it; null if there was none
 */
public record Identity(String username, String sessionId) {

    public static final Identity NONE = new Identity(null, null);

    /**
     * Whom a record is about that somebody else has made.
     *
     * @param realm null if it is gone, and its users with it
     * @param userId null for nobody
     */
    public static Identity ofUser(KeycloakSession session, RealmModel realm, String userId) {
        UserModel user =
                realm == null || userId == null ? null : session.users().getUserById(realm, userId);
        return user == null ? NONE : new Identity(user.getUsername(), null);
    }

    /** By name; null where there is none. */
    public SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        values.put("sessionId", sessionId);
        values.put("username", username);
        return values;
    }
}
