package io.agreements.keycloak.account.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * What a user may see of the own profile.
 *
 * @param createdAt milliseconds since 1970 in UTC; null if it is not known
 * @param attributes by name
 */
record ExportedProfile(
        String id, String username, boolean emailVerified, Long createdAt, Map<String, List<String>> attributes) {

    static ExportedProfile of(KeycloakSession session, UserModel user) {
        Map<String, List<String>> readable = session.getProvider(UserProfileProvider.class)
                .create(UserProfileContext.ACCOUNT, user)
                .getAttributes()
                .getReadable();
        return new ExportedProfile(
                user.getId(),
                user.getUsername(),
                user.isEmailVerified(),
                user.getCreatedTimestamp(),
                new TreeMap<>(readable));
    }
}
