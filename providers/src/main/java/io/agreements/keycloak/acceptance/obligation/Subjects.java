package io.agreements.keycloak.acceptance.obligation;

import java.time.Instant;
import java.util.function.Predicate;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.RoleUtils;

/** Who is asked, in Keycloak's own terms. */
public final class Subjects {

    private Subjects() {}

    public static Subject of(KeycloakSession session, RealmModel realm, UserModel user, ClientModel client) {
        return of(session, realm, user, client.getClientId());
    }

    /** @param clientId the client being signed in to; null for one that no agreement names */
    public static Subject of(KeycloakSession session, RealmModel realm, UserModel user, String clientId) {
        Long created = user.getCreatedTimestamp();
        return new Subject(
                created == null ? null : Instant.ofEpochMilli(created), clientId, roles(session, realm, user::hasRole));
    }

    /** The roles somebody has who registers now: the realm's default ones, and those of its default groups. */
    public static Predicate<String> rolesOfNewUser(KeycloakSession session, RealmModel realm) {
        RoleModel defaults = realm.getDefaultRole();
        return roles(
                session,
                realm,
                role -> defaults != null && (defaults.equals(role) || defaults.hasRole(role))
                        || RoleUtils.hasRoleFromGroup(realm.getDefaultGroupsStream(), role, true));
    }

    private static Predicate<String> roles(KeycloakSession session, RealmModel realm, Predicate<RoleModel> holds) {
        return name -> {
            RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
            return role != null && holds.test(role);
        };
    }
}
