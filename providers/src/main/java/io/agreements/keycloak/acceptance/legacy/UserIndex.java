package io.agreements.keycloak.acceptance.legacy;

import io.agreements.keycloak.acceptance.user.KnownUsers.KnownUser;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Finds a user by id, else by user name, else by e-mail address. */
final class UserIndex {

    private final Map<String, List<KnownUser>> byId;
    private final Map<String, List<KnownUser>> byName;
    private final Map<String, List<KnownUser>> byEmail;

    UserIndex(List<KnownUser> users) {
        byId = by(users, KnownUser::id);
        byName = by(users, KnownUser::username);
        byEmail = by(users.stream().filter(user -> user.email() != null).toList(), KnownUser::email);
    }

    /** All who are meant by the word: more than one only where an e-mail address has several users. */
    List<KnownUser> find(String word) {
        String lower = KeycloakModelUtils.toLowerCaseSafe(word);
        if (byId.containsKey(word)) {
            return byId.get(word);
        }
        return byName.getOrDefault(lower, byEmail.getOrDefault(lower, List.of()));
    }

    private static Map<String, List<KnownUser>> by(List<KnownUser> users, Function<KnownUser, String> property) {
        return users.stream().collect(Collectors.groupingBy(property));
    }
}
