package io.agreements.keycloak.rest.admin;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads words that stand for one of a few things. */
public final class Words {

    private Words() {}

    /** The constant of that name; 400 with the words there are if there is none. */
    public static <E extends Enum<E>> E require(Class<E> type, String parameter, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> AdminContext.badRequest(parameter + " must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
