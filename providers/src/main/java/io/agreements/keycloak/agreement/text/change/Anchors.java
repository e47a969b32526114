package io.agreements.keycloak.agreement.text.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where two lists are sure to have something in common: what occurs once in each, in the order of both. Several members
 * in a row are looked for before one by itself, as a member alone may be there by chance.
 */
final class Anchors {

    private static final int LONGEST_ROW = 8;

    private Anchors() {}

    /** In the order of both lists. */
    static List<Anchor> of(List<Integer> older, List<Integer> newer) {
        List<List<Integer>> olderRows = new ArrayList<>(List.of(new ArrayList<>(older)));
        List<List<Integer>> newerRows = new ArrayList<>(List.of(new ArrayList<>(newer)));
        for (int length = 1; length < LONGEST_ROW; length *= 2) {
            Map<Long, Integer> numbers = new HashMap<>();
            olderRows.add(doubled(olderRows.get(olderRows.size() - 1), length, numbers));
            newerRows.add(doubled(newerRows.get(newerRows.size() - 1), length, numbers));
        }
        for (int row = olderRows.size() - 1; row >= 0; row--) {
            List<Anchor> anchors = inOrder(common(olderRows.get(row), newerRows.get(row)));
            if (!anchors.isEmpty()) {
                return anchors;
            }
        }
        return List.of();
    }

    /** Numbers for rows twice as long. */
    private static List<Integer> doubled(List<Integer> rows, int length, Map<Long, Integer> numbers) {
        List<Integer> doubled = new ArrayList<>(Math.max(0, rows.size() - length));
        for (int place = 0; place + length < rows.size(); place++) {
            long pair = (long) rows.get(place) << Integer.SIZE | rows.get(place + length);
            doubled.add(numbers.computeIfAbsent(pair, unknown -> numbers.size()));
        }
        return doubled;
    }

    /** In the order of the older list. */
    private static List<Anchor> common(List<Integer> older, List<Integer> newer) {
        Map<Integer, Integer> once = places(newer);
        List<Anchor> common = new ArrayList<>();
        places(older).forEach((row, place) -> {
            Integer other = once.get(row);
            if (place >= 0 && other != null && other >= 0) {
                common.add(new Anchor(place, other));
            }
        });
        common.sort(Comparator.comparingInt(Anchor::older));
        return common;
    }

    /** The place of what occurs once, and a negative number for what occurs again. */
    private static Map<Integer, Integer> places(List<Integer> rows) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < rows.size(); place++) {
            places.merge(rows.get(place), place, (first, second) -> -1);
        }
        return places;
    }

    /** As many as there are that have the same order in both. */
    static List<Anchor> inOrder(List<Anchor> byOlder) {
        List<Integer> ends = new ArrayList<>();
        int[] before = new int[byOlder.size()];
        for (int place = 0; place < byOlder.size(); place++) {
            int length = lengthBelow(ends, byOlder, byOlder.get(place).newer());
            before[place] = length == 0 ? -1 : ends.get(length - 1);
            if (length == ends.size()) {
                ends.add(place);
            } else {
                ends.set(length, place);
            }
        }
        List<Anchor> found = new ArrayList<>();
        for (int place = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); place >= 0; place = before[place]) {
            found.add(byOlder.get(place));
        }
        Collections.reverse(found);
        return found;
    }

    /** How many of the ends are before the place. */
    private static int lengthBelow(List<Integer> ends, List<Anchor> all, int newer) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(ends.get(middle)).newer() < newer) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A place in each list. */
    record Anchor(int older, int newer) {}
}
