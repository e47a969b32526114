package io.agreements.keycloak.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SuppressionTest {

    /** Whoever speaks Italian came by the client of those who speak French, and nobody else did. */
    private static final List<Combination> STORES = List.of(
            combination(15, "fr", "shop"),
            combination(3, "it", "shop"),
            combination(8, "de", "store"),
            combination(8, "es", "store"));

    @Test
    void valuesWithEnoughUsersAreNamed() {
        assertThat(Suppression.cells(List.of(combination(12, "en"), combination(10, "zh")), 1, 10))
                .containsExactly(List.of(new Cell("en", false, 12), new Cell("zh", false, 10)));
    }

    @Test
    void valuesWithTooFewUsersAreTheOthers() {
        assertThat(Suppression.cells(
                        List.of(
                                combination(20, "en"),
                                combination(6, "fr"),
                                combination(5, "it"),
                                combination(30, "zh")),
                        1,
                        10))
                .containsExactly(
                        List.of(new Cell("en", false, 20), new Cell("zh", false, 30), new Cell(null, true, 11)));
    }

    @Test
    void whereTheOthersAreTooFewTheSmallestIsOneOfThem() {
        assertThat(Suppression.cells(
                        List.of(combination(20, "en"), combination(4, "fr"), combination(30, "zh")), 1, 10))
                .containsExactly(List.of(new Cell("zh", false, 30), new Cell(null, true, 24)));
    }

    @Test
    void whereNothingIsLargeEnoughAllAreOne() {
        assertThat(Suppression.cells(List.of(combination(9, "en"), combination(4, "fr")), 1, 10))
                .containsExactly(List.of(new Cell(null, true, 13)));
    }

    @Test
    void whatIsNotKnownIsAValueToo() {
        assertThat(Suppression.cells(List.of(combination(11, ""), combination(14, "fr")), 1, 10))
                .containsExactly(List.of(new Cell(null, false, 11), new Cell("fr", false, 14)));
    }

    @Test
    void noMoreThanFiftyValuesAreNamed() {
        List<Combination> cities = new ArrayList<>();
        for (int city = 0; city < 200; city++) {
            cities.add(combination(1000 + city, "city" + city));
        }

        List<Cell> cells = Suppression.cells(cities, 1, 10).get(0);

        assertThat(cells)
                .hasSize(51)
                .last()
                .satisfies(cell -> assertThat(cell.isOther()).isTrue());
        assertThat(cells.stream().mapToLong(Cell::users).sum())
                .isEqualTo(cities.stream().mapToLong(Combination::users).sum());
    }

    @Test
    void eachDimensionByItselfWouldTellOfAFew() {
        Attacker attacker = new Attacker();
        for (int dimension = 0; dimension < 2; dimension++) {
            Map<String, Long> users = new TreeMap<>();
            for (Combination combination : STORES) {
                users.merge(combination.values().get(dimension), combination.users(), Long::sum);
            }
            learn(attacker, STORES, dimension, new Partition(users, 10).cells());
        }

        assertThat(attacker.recovers(new int[] {0, 1, 0, 0})).isTrue();
    }

    @Test
    void twoDimensionsTogetherTellNoMoreThanOne() {
        List<List<Cell>> cells = Suppression.cells(STORES, 2, 10);
        Attacker attacker = new Attacker();
        learn(attacker, STORES, 0, cells.get(0));
        learn(attacker, STORES, 1, cells.get(1));

        assertThat(attacker.recovers(new int[] {1, 1, 1, 1})).isTrue();
        assertThat(attacker.recovers(new int[] {0, 1, 0, 0})).isFalse();
    }

    @Test
    void whatIsLargeEverywhereIsToldInFull() {
        List<List<Cell>> cells = Suppression.cells(
                List.of(
                        combination(40, "en", "shop"),
                        combination(30, "en", "store"),
                        combination(20, "zh", "shop"),
                        combination(2, "zh", "store")),
                2,
                10);

        assertThat(cells)
                .containsExactly(
                        List.of(new Cell("en", false, 70), new Cell("zh", false, 22)),
                        List.of(new Cell("shop", false, 60), new Cell("store", false, 32)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noGroupOfFewerUsersCanBeRecoveredWhateverThePopulation(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            int dimensions = 1 + random.nextInt(4);
            int k = 2 + random.nextInt(9);
            List<Combination> users = population(random, dimensions, k);
            List<List<Cell>> cells = Suppression.cells(users, dimensions, k);
            Attacker attacker = new Attacker();
            long all = users.stream().mapToLong(Combination::users).sum();
            for (int dimension = 0; dimension < dimensions; dimension++) {
                learn(attacker, users, dimension, cells.get(dimension));
                assertThat(cells.get(dimension))
                        .allSatisfy(cell -> assertThat(cell.users()).isGreaterThanOrEqualTo(k));
                assertThat(cells.get(dimension).stream().mapToLong(Cell::users).sum())
                        .isEqualTo(all);
            }
            for (int group = 1; group < 1 << users.size(); group++) {
                if (size(users, group) < k) {
                    assertThat(attacker.recovers(members(users.size(), group)))
                            .as("%s users with k %s tell of %s: %s", users, k, Integer.toBinaryString(group), cells)
                            .isFalse();
                }
            }
        }
    }

    /** Few of the combinations there could be: so some go together that need not. */
    private static List<Combination> population(Random random, int dimensions, int k) {
        Map<List<String>, Long> users = new HashMap<>();
        int combinations = 1 + random.nextInt(7);
        for (int i = 0; i < combinations; i++) {
            List<String> values = new ArrayList<>();
            for (int dimension = 0; dimension < dimensions; dimension++) {
                values.add("v" + random.nextInt(4));
            }
            users.put(values, 1L + random.nextInt(random.nextBoolean() ? k : 4 * k));
        }
        users.merge(users.keySet().iterator().next(), (long) k, Long::sum);
        return users.entrySet().stream()
                .map(entry -> new Combination(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void learn(Attacker attacker, List<Combination> users, int dimension, List<Cell> cells) {
        List<String> named =
                cells.stream().filter(cell -> !cell.isOther()).map(Cell::value).toList();
        for (Cell cell : cells) {
            attacker.learn(users.stream()
                    .map(combination -> combination.values().get(dimension))
                    .mapToInt(value -> (cell.isOther() ? !named.contains(value) : value.equals(cell.value())) ? 1 : 0)
                    .toArray());
        }
    }

    private static long size(List<Combination> users, int group) {
        long size = 0;
        for (int i = 0; i < users.size(); i++) {
            size += (group >> i & 1) * users.get(i).users();
        }
        return size;
    }

    private static int[] members(int combinations, int group) {
        int[] members = new int[combinations];
        for (int i = 0; i < combinations; i++) {
            members[i] = group >> i & 1;
        }
        return members;
    }

    private static Combination combination(long users, String... values) {
        return new Combination(List.of(values), users);
    }
}
