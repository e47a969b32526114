package io.agreements.keycloak.agreement.text.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A short way from one list to another, with what stays on the way. Long lists are anchored where they have something in
 * common that occurs once in each (patience); between the anchors the shortest way is looked for (Myers). What costs more
 * than the budget of the comparison counts as replaced as a whole.
 */
final class Differences {

    /** Of both lists together; below, no anchors are needed. */
    private static final int SHORT = 2_000;

    /** Anchors between anchors between anchors. */
    private static final int DEEPEST = 6;

    /** Pairs looked at for one way. */
    private static final long MOST_PAIRS_OF_ONE = 40_000_000;

    /** Pairs looked at in all of a comparison: a second or two. */
    private static final long MOST_PAIRS = 150_000_000;

    /** How many times longer the one list is for which the search for a shortest way goes mostly beside the other. */
    private static final int LOPSIDED = 8;

    /** Pairs that have room in a table. */
    private static final int LARGEST_TABLE = 16_000_000;

    private long pairsLeft = MOST_PAIRS;

    /** Stretches that stay and stretches that are replaced, in turn; they cover both lists. */
    List<Stretch> of(List<String> older, List<String> newer) {
        Map<String, Integer> numbers = new HashMap<>();
        Stretches stretches = new Stretches();
        compare(stretches, new Region(numbered(older, numbers), numbered(newer, numbers)), DEEPEST);
        return stretches.all();
    }

    /** Long words are compared once, and not with each other again and again. */
    private static List<Integer> numbered(List<String> words, Map<String, Integer> numbers) {
        List<Integer> numbered = new ArrayList<>(words.size());
        words.forEach(word -> numbered.add(numbers.computeIfAbsent(word, unknown -> numbers.size())));
        return numbered;
    }

    private void compare(Stretches stretches, Region region, int depth) {
        int start = region.commonStart();
        int end = region.commonEnd(start);
        stretches.add(true, start, start);
        Region middle = region.between(
                start, region.older().size() - end, start, region.newer().size() - end);
        if (middle.isOneSided()) {
            stretches.add(false, middle.older().size(), middle.newer().size());
        } else {
            List<Anchors.Anchor> anchors =
                    middle.size() <= SHORT || depth == 0 ? List.of() : Anchors.of(middle.older(), middle.newer());
            if (!anchors.isEmpty()) {
                between(stretches, middle, anchors, depth - 1);
            } else if (middle.isLopsided()) {
                byTable(stretches, middle);
            } else {
                shortest(stretches, middle);
            }
        }
        stretches.add(true, end, end);
    }

    /** The longest that both have in common, where each member of the one is held against each of the other. */
    private void byTable(Stretches stretches, Region region) {
        long pairs = (long) region.older().size() * region.newer().size();
        if (pairs > Math.min(pairsLeft, LARGEST_TABLE)) {
            stretches.add(false, region.older().size(), region.newer().size());
            return;
        }
        pairsLeft -= pairs;
        new CommonTable(region.older(), region.newer()).walk(stretches::add);
    }

    private void between(Stretches stretches, Region region, List<Anchors.Anchor> anchors, int depth) {
        int older = 0;
        int newer = 0;
        for (Anchors.Anchor anchor : anchors) {
            if (anchor.older() >= older && anchor.newer() >= newer) {
                compare(stretches, region.between(older, anchor.older(), newer, anchor.newer()), depth);
                int common = region.between(
                                anchor.older(),
                                region.older().size(),
                                anchor.newer(),
                                region.newer().size())
                        .commonStart();
                stretches.add(true, common, common);
                older = anchor.older() + common;
                newer = anchor.newer() + common;
            }
        }
        compare(
                stretches,
                region.between(
                        older, region.older().size(), newer, region.newer().size()),
                depth);
    }

    private void shortest(Stretches stretches, Region region) {
        Counter counter = new Counter(Math.min(pairsLeft, MOST_PAIRS_OF_ONE));
        List<AbstractDelta<Integer>> way;
        try {
            way = DiffUtils.diff(
                            region.older(),
                            region.newer(),
                            new MyersDiffWithLinearSpace<>(counter::areEqual),
                            null,
                            true)
                    .getDeltas();
        } catch (BudgetSpentException e) {
            way = null;
        }
        pairsLeft -= counter.looked();
        if (way == null) {
            stretches.add(false, region.older().size(), region.newer().size());
            return;
        }
        way.forEach(delta -> stretches.add(
                delta.getType() == DeltaType.EQUAL,
                delta.getSource().size(),
                delta.getTarget().size()));
    }

    /** What is left to compare. */
    private record Region(List<Integer> older, List<Integer> newer) {

        Region between(int olderStart, int olderEnd, int newerStart, int newerEnd) {
            return new Region(older.subList(olderStart, olderEnd), newer.subList(newerStart, newerEnd));
        }

        int size() {
            return older.size() + newer.size();
        }

        boolean isLopsided() {
            int shorter = Math.min(older.size(), newer.size());
            return Math.max(older.size(), newer.size()) > (long) LOPSIDED * shorter;
        }

        boolean isOneSided() {
            return older.isEmpty() || newer.isEmpty();
        }

        int commonStart() {
            int most = Math.min(older.size(), newer.size());
            int start = 0;
            while (start < most && older.get(start).equals(newer.get(start))) {
                start++;
            }
            return start;
        }

        int commonEnd(int start) {
            int most = Math.min(older.size(), newer.size()) - start;
            int end = 0;
            while (end < most && older.get(older.size() - 1 - end).equals(newer.get(newer.size() - 1 - end))) {
                end++;
            }
            return end;
        }
    }

    /** Ends the search for a way when it has cost enough. */
    private static final class Counter {

        private final long most;
        private long looked;

        Counter(long most) {
            this.most = most;
        }

        boolean areEqual(Integer older, Integer newer) {
            if (++looked > most) {
                throw new BudgetSpentException();
            }
            return older.equals(newer);
        }

        long looked() {
            return looked;
        }
    }

    private static final class BudgetSpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BudgetSpentException() {
            super("the budget of the comparison is spent", null, false, false);
        }
    }

    /** Gathers stretches in their order, those of one kind in a row together. */
    private static final class Stretches {

        private final List<Stretch> all = new ArrayList<>();
        private int olderEnd;
        private int newerEnd;

        void add(boolean same, int older, int newer) {
            if (older == 0 && newer == 0) {
                return;
            }
            int olderStart = olderEnd;
            int newerStart = newerEnd;
            olderEnd += older;
            newerEnd += newer;
            Stretch last = all.isEmpty() ? null : all.get(all.size() - 1);
            if (last != null && last.same() == same) {
                all.remove(all.size() - 1);
                olderStart = last.olderStart();
                newerStart = last.newerStart();
            }
            all.add(new Stretch(same, olderStart, olderEnd, newerStart, newerEnd));
        }

        List<Stretch> all() {
            return all;
        }
    }

    /** A part of both lists, the ends excluded. */
    record Stretch(boolean same, int olderStart, int olderEnd, int newerStart, int newerEnd) {

        <T> List<T> older(List<T> list) {
            return list.subList(olderStart, olderEnd);
        }

        <T> List<T> newer(List<T> list) {
            return list.subList(newerStart, newerEnd);
        }
    }

    /** The longest that two lists have in common, in order, by a table with a cell for each pair of their members. */
    private static final class CommonTable {

        private static final byte SAME = 0;
        private static final byte OLDER_GOES = 1;
        private static final byte NEWER_COMES = 2;

        private final int[] older;
        private final int[] newer;
        private final byte[] steps;

        CommonTable(List<Integer> older, List<Integer> newer) {
            this.older = older.stream().mapToInt(Integer::intValue).toArray();
            this.newer = newer.stream().mapToInt(Integer::intValue).toArray();
            this.steps = new byte[this.older.length * this.newer.length];
            fill();
        }

        /** From the ends of both lists: what can be had in common from each pair on, and by which step. */
        private void fill() {
            int[] below = new int[newer.length + 1];
            for (int first = older.length - 1; first >= 0; first--) {
                int[] row = new int[newer.length + 1];
                for (int second = newer.length - 1; second >= 0; second--) {
                    int cell = first * newer.length + second;
                    if (older[first] == newer[second]) {
                        row[second] = below[second + 1] + 1;
                        steps[cell] = SAME;
                    } else if (below[second] >= row[second + 1]) {
                        row[second] = below[second];
                        steps[cell] = OLDER_GOES;
                    } else {
                        row[second] = row[second + 1];
                        steps[cell] = NEWER_COMES;
                    }
                }
                below = row;
            }
        }

        void walk(Way way) {
            int first = 0;
            int second = 0;
            while (first < older.length && second < newer.length) {
                byte step = steps[first * newer.length + second];
                int goes = step == NEWER_COMES ? 0 : 1;
                int comes = step == OLDER_GOES ? 0 : 1;
                way.go(step == SAME, goes, comes);
                first += goes;
                second += comes;
            }
            way.go(false, older.length - first, newer.length - second);
        }

        /** Told of each step, by how many members of each list it goes. */
        interface Way {
            void go(boolean same, int older, int newer);
        }
    }
}
