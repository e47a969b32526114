package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.deletion.GoneUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Puts pseudonyms in the place of users who are gone, wherever a path names them. */
final class Pseudonyms {

    private static final String SEPARATOR = "/";

    /** An id may be any word: only behind one of these it is a user's. */
    private static final Set<String> BEFORE_USERS = Set.of("users", "members", "deletion-requests");

    private final Map<String, String> pseudonyms = new HashMap<>();
    private final List<String> stores;

    Pseudonyms(List<GoneUser> users) {
        users.stream().filter(user -> !user.isStore()).forEach(user -> pseudonyms.put(user.userId(), user.pseudonym()));
        stores = users.stream().filter(GoneUser::isStore).map(GoneUser::userId).toList();
    }

    /** @return empty if the path names none of the users */
    Optional<String> replacedIn(String path) {
        String[] segments = path.split(SEPARATOR, -1);
        boolean named = false;
        for (int i = 1; i < segments.length; i++) {
            if (BEFORE_USERS.contains(segments[i - 1]) && isGone(segments[i])) {
                segments[i] = pseudonym(segments[i]);
                named = true;
            }
        }
        return named ? Optional.of(String.join(SEPARATOR, segments)) : Optional.empty();
    }

    private boolean isGone(String id) {
        return pseudonyms.containsKey(id) || stores.stream().anyMatch(id::startsWith);
    }

    private String pseudonym(String segment) {
        return pseudonyms.computeIfAbsent(segment, any -> "gone:" + KeycloakModelUtils.generateId());
    }
}
