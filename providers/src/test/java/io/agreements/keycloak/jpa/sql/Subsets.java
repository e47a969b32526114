package io.agreements.keycloak.jpa.sql;

import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which of some filters are set: none, each alone, all but each, all. */
final class Subsets {

    private Subsets() {}

    static Stream<BitSet> of(int filters) {
        return Stream.of(
                        Stream.of(new BitSet(), all(filters)),
                        IntStream.range(0, filters).mapToObj(one -> flipped(new BitSet(), one)),
                        IntStream.range(0, filters).mapToObj(one -> flipped(all(filters), one)))
                .flatMap(sets -> sets)
                .distinct();
    }

    private static BitSet all(int filters) {
        BitSet all = new BitSet();
        all.set(0, filters);
        return all;
    }

    private static BitSet flipped(BitSet set, int one) {
        set.flip(one);
        return set;
    }
}
