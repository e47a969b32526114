package io.agreements.keycloak.flow;

import io.agreements.keycloak.acceptance.Subject;
import java.time.Instant;
import java.util.function.Predicate;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Who is asked, in Keycloak's own terms. */
final class Subjects {

    private Subjects() {}

    static Subject of(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client) {
        Long created = user.getCreatedTimestamp();
        return new Subject(
                created == null ? null : Instant.ofEpochMilli(created),
                client.getClientId(),
                roles(session, realm, user::hasRole));
    }

    /** The roles somebody has who registers now: the realm's default ones. */
    static Predicate<String> rolesOfNewUser(KeycloakSession session, RealmModel realm) {
        RoleModel defaults = realm.getDefaultRole();
        return roles(session, realm, role -> defaults != null && (defaults.equals(role) || defaults.hasRole(role)));
    }

    private static Predicate<String> roles(KeycloakSession session, RealmModel realm, Predicate<RoleModel> holds) {
        return name -> {
            RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
            return role != null && holds.test(role);
        };
    }
}
