package io.agreements.keycloak.rest;

import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A parameter as it was said.
 *
 * @param value null or empty if it was left out, and so is what is read of it
 */
record Said(String name, String value) {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

    /** @throws IllegalArgumentException if it is none */
    Integer number() {
        return read("a whole number", Integer::valueOf);
    }

    /** @throws IllegalArgumentException if it is none */
    Long millis() {
        return read("a moment in milliseconds since 1970", Long::valueOf);
    }

    /** @throws IllegalArgumentException if it is none */
    Long index() {
        return read("a whole number", Long::valueOf);
    }

    /** @throws IllegalArgumentException if it is neither */
    Boolean flag() {
        if (isLeftOut()) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(name + " must be true or false");
        }
        return Boolean.valueOf(value);
    }

    private <N> N read(String expected, Function<String, N> reader) {
        if (isLeftOut()) {
            return null;
        }
        if (!WHOLE.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must be " + expected);
        }
        try {
            return reader.apply(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be " + expected + ", and is too large", e);
        }
    }

    private boolean isLeftOut() {
        return value == null || value.isEmpty();
    }
}
