package io.agreements.keycloak.testing.browser;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Pages whose golden files are written anew, rather than compared.
 *
 * @param beginnings of their names
 */
record NewPages(List<String> beginnings) {

    /** The system property: {@code true} for all pages that are read, or what their names begin with. */
    static final String PROPERTY = "screenreader.update";

    static NewPages ofThisJvm() {
        return of(System.getProperty(PROPERTY, ""));
    }

    static NewPages of(String property) {
        if (property.equals("true")) {
            return new NewPages(List.of(""));
        }
        return new NewPages(Arrays.stream(property.split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList());
    }

    boolean areAny() {
        return !beginnings.isEmpty();
    }

    boolean contain(String name) {
        return beginnings.stream().anyMatch(name::startsWith);
    }
}
