package io.agreements.keycloak.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The values of one dimension: each by itself, or joined with others. Joining is all that is ever done to it. */
final class Partition {

    /** More than these are not named, so that what is kept and shown has a limit. */
    private static final int MOST_NAMED = 50;

    private static final Comparator<Map.Entry<String, Long>> BY_USERS =
            Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey());

    private final int k;
    private final Map<String, Long> named;
    private long other;

    /** @param users by value; together at least k */
    Partition(Map<String, Long> users, int k) {
        this.k = k;
        named = new TreeMap<>(users);
        users.entrySet().stream()
                .sorted(BY_USERS)
                .filter(entry -> entry.getValue() < k || named.size() > MOST_NAMED)
                .forEach(entry -> join(entry.getKey()));
        fill();
    }

    int size() {
        return named.size() + (other > 0 ? 1 : 0);
    }

    /** The value where it is named; null where it is among the others. */
    String cellOf(String value) {
        return named.containsKey(value) ? value : null;
    }

    long usersOf(String cell) {
        return cell == null ? other : named.get(cell);
    }

    /** Makes fewer cells by joining one with others; there have to be two. */
    void shrink(String cell) {
        int before = size();
        join(cell == null ? smallest() : cell);
        fill();
        if (size() == before) {
            join(smallest());
        }
    }

    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        named.forEach((value, users) -> cells.add(new Cell(value.isEmpty() ? null : value, false, users)));
        if (other > 0) {
            cells.add(new Cell(null, true, other));
        }
        return cells;
    }

    private void fill() {
        while (other > 0 && other < k) {
            join(smallest());
        }
    }

    private void join(String value) {
        other += named.remove(value);
    }

    private String smallest() {
        return named.entrySet().stream().min(BY_USERS).orElseThrow().getKey();
    }
}
