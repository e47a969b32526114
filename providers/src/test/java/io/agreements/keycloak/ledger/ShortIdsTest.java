package io.agreements.keycloak.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ShortIdsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void whatComesLaterIsSortedBehind() {
        List<String> ids = Stream.of(
                        Instant.EPOCH,
                        NOW,
                        NOW.plusMillis(1),
                        NOW.plusSeconds(3600),
                        Instant.parse("2999-01-01T00:00:00Z"))
                .map(ShortIds::at)
                .toList();

        assertThat(ids).isSorted();
    }

    /** They are counted in a circle, so that of many the order is another once. */
    @Test
    void thoseOfOneMomentAreInTheOrderInWhichTheyAreMade() {
        List<String> ids =
                IntStream.range(0, 10_000).mapToObj(number -> ShortIds.at(NOW)).toList();

        assertThat(IntStream.range(1, ids.size())
                        .filter(number -> ids.get(number - 1).compareTo(ids.get(number)) >= 0))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void thoseOfOneMomentDiffer() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(number -> ShortIds.at(NOW))
                        .collect(Collectors.toSet()))
                .hasSize(10_000)
                .allSatisfy(id -> assertThat(id)
                        .matches("[0-9a-z]{23}")
                        .startsWith(ShortIds.at(NOW).substring(0, 9)));
    }

    @Test
    void thoseOfNoMomentDifferToo() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(number -> ShortIds.random())
                        .collect(Collectors.toSet()))
                .hasSize(10_000)
                .allMatch(id -> id.matches("[0-9a-z]{12}"));
    }
}
