package io.agreements.keycloak.jpa;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Words as they are stored. Somebody may have put others there; who reads a list is not to be kept from the rest of it. */
public final class StoredWords {

    private StoredWords() {}

    /** Empty if it is none of these, or there is none. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, String stored) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().equals(stored))
                .findFirst();
    }

    /** All of them, as they are stored. */
    public static <E extends Enum<E>> List<String> of(Class<E> type) {
        return of(List.of(type.getEnumConstants()));
    }

    /** These, as they are stored. */
    public static List<String> of(Collection<? extends Enum<?>> words) {
        return words.stream().<String>map(Enum::name).toList();
    }
}
