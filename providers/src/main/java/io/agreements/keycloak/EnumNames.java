package io.agreements.keycloak;

import java.util.Arrays;

/**
 * Values that are read go by their names. Left to itself, a reader of JSON takes a number for a position, and that may be
 * another value's.
 */
public final class EnumNames {

    private static final int LONGEST = 40;

    private EnumNames() {}

    /** @throws IllegalArgumentException if none of them has that name */
    public static <E extends Enum<E>> E find(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + Shortened.of(name, LONGEST) + "' is none of "
                        + Arrays.toString(type.getEnumConstants())));
    }
}
