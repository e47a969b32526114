package io.agreements.keycloak.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InPartsTest {

    @Test
    void eachValueIsInOnePart() {
        List<Integer> values = IntStream.range(0, 2 * InParts.MOST + 1).boxed().toList();

        List<List<Integer>> parts = InParts.of(values).toList();

        assertThat(parts).extracting(Collection::size).containsExactly(InParts.MOST, InParts.MOST, 1);
        assertThat(parts.stream().flatMap(Collection::stream)).isEqualTo(values);
    }

    @Test
    void whereThereIsNothingNothingIsAsked() {
        assertThat(InParts.of(List.of())).isEmpty();
    }
}
