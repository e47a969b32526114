package io.agreements.keycloak.jpa;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values for a list in a query, in parts that every database takes: SQL Server has 2,100 parameters in a statement. */
public final class InParts {

    /** So many that two such lists fit into one statement. */
    public static final int MOST = 1_000;

    private InParts() {}

    /** @return lists of at most {@link #MOST} that together are these values; none if there are none */
    public static <T> Stream<List<T>> of(Collection<T> values) {
        List<T> all = List.copyOf(values);
        return IntStream.iterate(0, first -> first < all.size(), first -> first + MOST)
                .mapToObj(first -> all.subList(first, Math.min(all.size(), first + MOST)));
    }
}
