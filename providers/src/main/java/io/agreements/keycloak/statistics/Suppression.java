package io.agreements.keycloak.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What of the users of a period is published, so that nothing can be told of fewer than k of them: neither by a number
 * itself nor by any sum or difference of numbers, of one dimension or several, whoever knows which values go together.
 *
 * <p>Users with the same cell in every dimension cannot be told apart. Of a group of fewer than k users none is in a
 * combination of cells that has k. So whatever adds up to such a group is zero on all combinations that have. If those alone
 * fix all factors, it is zero everywhere, and the group is empty. As long as they do not, cells are joined.
 */
final class Suppression {

    private final List<Combination> combinations;
    private final int k;
    private final List<Partition> partitions = new ArrayList<>();

    private Suppression(List<Combination> combinations, int dimensions, int k) {
        this.combinations = combinations;
        this.k = k;
        for (int dimension = 0; dimension < dimensions; dimension++) {
            Map<String, Long> users = new TreeMap<>();
            for (Combination combination : combinations) {
                users.merge(combination.values().get(dimension), combination.users(), Long::sum);
            }
            partitions.add(new Partition(users, k));
        }
    }

    /**
     * @param combinations all users of the period: k at least
     * @return the cells of each dimension, in the order of the dimensions
     */
    static List<List<Cell>> cells(List<Combination> combinations, int dimensions, int k) {
        Suppression suppression = new Suppression(combinations, dimensions, k);
        suppression.joinWhatTellsTooMuch();
        return suppression.partitions.stream().map(Partition::cells).toList();
    }

    private void joinWhatTellsTooMuch() {
        Optional<List<String>> loose = looseCombination();
        while (loose.isPresent()) {
            List<String> cells = loose.get();
            int dimension = smallestCell(cells);
            partitions.get(dimension).shrink(cells.get(dimension));
            loose = looseCombination();
        }
    }

    /** A combination of fewer than k users whose factors the large ones do not fix; empty if there is none. */
    private Optional<List<String>> looseCombination() {
        Map<List<String>, Long> users = new HashMap<>();
        combinations.forEach(combination -> users.merge(cellsOf(combination), combination.users(), Long::sum));
        Map<String, Integer> places = new HashMap<>();
        Span span = new Span();
        users.forEach((cells, count) -> {
            int[] vector = vector(cells, places);
            if (count >= k) {
                span.add(vector);
            }
        });
        if (span.rank() == places.size() - Math.max(0, partitions.size() - 1)) {
            return Optional.empty();
        }
        return users.entrySet().stream()
                .filter(entry -> entry.getValue() < k && !span.contains(vector(entry.getKey(), places)))
                .min(Comparator.comparing(Map.Entry<List<String>, Long>::getValue)
                        .thenComparing(entry -> String.valueOf(entry.getKey())))
                .map(Map.Entry::getKey);
    }

    private List<String> cellsOf(Combination combination) {
        List<String> cells = new ArrayList<>();
        for (int dimension = 0; dimension < partitions.size(); dimension++) {
            cells.add(partitions.get(dimension).cellOf(combination.values().get(dimension)));
        }
        return cells;
    }

    private static int[] vector(List<String> cells, Map<String, Integer> places) {
        int[] ones = new int[cells.size()];
        for (int dimension = 0; dimension < ones.length; dimension++) {
            String cell = cells.get(dimension);
            String name = dimension + (cell == null ? "" : "=" + cell);
            Integer place = places.computeIfAbsent(name, any -> places.size());
            ones[dimension] = place;
        }
        return ones;
    }

    /** The dimension in which the combination's cell has fewest users, of those with several cells. */
    private int smallestCell(List<String> cells) {
        int smallest = -1;
        for (int dimension = 0; dimension < partitions.size(); dimension++) {
            Partition partition = partitions.get(dimension);
            if (partition.size() > 1
                    && (smallest < 0
                            || partition.usersOf(cells.get(dimension))
                                    < partitions.get(smallest).usersOf(cells.get(smallest)))) {
                smallest = dimension;
            }
        }
        return smallest;
    }
}
