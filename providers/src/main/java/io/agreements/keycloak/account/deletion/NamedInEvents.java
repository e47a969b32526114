package io.agreements.keycloak.account.deletion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Knows what users who are gone were called when it reads it. */
final class NamedInEvents implements Predicate<Collection<String>> {

    /** No name and no address of Keycloak's is longer. */
    private static final int LONGEST_NAME = 255;

    private final List<Known> known = new ArrayList<>();

    NamedInEvents(Collection<GoneNames> users) {
        Map<String, Set<String>> digests = new HashMap<>();
        users.forEach(user ->
                digests.computeIfAbsent(user.key(), any -> new HashSet<>()).addAll(user.digests()));
        digests.forEach((key, names) -> known.add(new Known(new NameDigest(key), names)));
    }

    /** Whether one of the values is a name of one of the users. */
    @Override
    public boolean test(Collection<String> values) {
        return values.stream().anyMatch(this::isName);
    }

    private boolean isName(String value) {
        return value != null
                && value.length() <= LONGEST_NAME
                && known.stream()
                        .anyMatch(
                                names -> names.digests().contains(names.digest().of(value)));
    }

    private record Known(NameDigest digest, Set<String> digests) {}
}
