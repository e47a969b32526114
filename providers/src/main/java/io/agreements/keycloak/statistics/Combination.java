package io.agreements.keycloak.statistics;

import java.util.List;

/**
 * How many users have the same values in all dimensions of a measure.
 *
 * @param values in the order of the dimensions; empty where nothing is known
 */
public record Combination(List<String> values, long users) {

    public Combination {
        values = List.copyOf(values);
    }
}
