package io.agreements.keycloak.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 100, 128})
    void everySlotIsInOneShardWhichKnowsIt(int number) {
        Shards shards = new Shards(number);
        List<Integer> slots = shards.parts().stream()
                .map(shards::slots)
                .flatMap(
                        span -> IntStream.rangeClosed(span.first(), span.last()).boxed())
                .toList();

        assertThat(slots)
                .containsExactlyElementsOf(
                        IntStream.range(0, Slots.NUMBER).boxed().toList());
        assertThat(slots)
                .allSatisfy(slot -> assertThat(shards.partsOf(List.of(slot)))
                        .singleElement()
                        .satisfies(part -> assertThat(slot)
                                .isBetween(
                                        shards.slots(part).first(),
                                        shards.slots(part).last())));
    }

    @Test
    void anotherNumberOfShardsIsAnotherDivision() {
        assertThat(new Shards(16).parts()).doesNotContainAnyElementsOf(new Shards(32).parts());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 129})
    void aNumberThatMakesNoSenseIsRefused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shards(number))
                .withMessageContaining("shards");
    }

    /** It is stored: another hash would have accounts looked for where they are not. */
    @ParameterizedTest
    @CsvSource({
        "1f0c6b3e-7a3d-4a3e-9a51-0d5d7f0f2a11, 936",
        "f:ldap:jane, 516",
        "'', 0",
    })
    void theSlotOfAUserIsTheSameForEver(String userId, int slot) {
        assertThat(Slots.of(userId)).isEqualTo(slot);
    }

    @Test
    void usersAreSpreadEvenly() {
        Random random = new Random(17);
        int[] users = new int[Slots.NUMBER];
        for (int user = 0; user < 1000 * Slots.NUMBER; user++) {
            users[Slots.of(new UUID(random.nextLong(), random.nextLong()).toString())]++;
        }

        assertThat(users)
                .as("users in each slot")
                .satisfies(counts -> assertThat(IntStream.of(counts)).allMatch(count -> count > 800 && count < 1200));
    }
}
