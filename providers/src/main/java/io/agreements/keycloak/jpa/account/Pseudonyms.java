package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.deletion.GoneUser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Puts pseudonyms in the place of users who are gone, wherever a path names them. */
final class Pseudonyms {

    private static final String SEPARATOR = "/";

    private final Map<String, String> pseudonyms = new HashMap<>();
    private final List<String> stores;

    Pseudonyms(List<GoneUser> users) {
        users.stream().filter(user -> !user.isStore()).forEach(user -> pseudonyms.put(user.userId(), user.pseudonym()));
        stores = users.stream().filter(GoneUser::isStore).map(GoneUser::userId).toList();
    }

    /** @return empty if the path names none of the users */
    Optional<String> replacedIn(String path) {
        String[] segments = path.split(SEPARATOR, -1);
        return Arrays.stream(segments).anyMatch(this::isGone)
                ? Optional.of(Arrays.stream(segments)
                        .map(segment -> isGone(segment) ? pseudonym(segment) : segment)
                        .collect(Collectors.joining(SEPARATOR)))
                : Optional.empty();
    }

    private boolean isGone(String segment) {
        return pseudonyms.containsKey(segment) || stores.stream().anyMatch(segment::startsWith);
    }

    private String pseudonym(String segment) {
        return pseudonyms.computeIfAbsent(segment, any -> "gone:" + KeycloakModelUtils.generateId());
    }
}
