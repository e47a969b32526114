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
 * The shortest way from one list to another, with what stays on the way. Time grows with the square of what differs: what
 * is longer, or comes when the budget of the comparison is spent, counts as replaced as a whole.
 */
final class Differences {

    /** Of both lists together, without what they begin and end with alike. */
    private static final int LONGEST = 12_000;

    /** Pairs looked at in all of a comparison: a second or two. */
    private static final long MOST_PAIRS = 150_000_000;

    private long pairsLeft = MOST_PAIRS;

    /** Stretches that stay and stretches that are replaced, in turn; they cover both lists. */
    List<Stretch> of(List<String> older, List<String> newer) {
        int start = commonStart(older, newer);
        int end = commonEnd(older, newer, start);
        int olderEnd = older.size() - end;
        int newerEnd = newer.size() - end;
        Stretches stretches = new Stretches();
        stretches.add(true, start, start);
        compare(stretches, older.subList(start, olderEnd), newer.subList(start, newerEnd));
        stretches.add(true, end, end);
        return stretches.all();
    }

    private void compare(Stretches stretches, List<String> older, List<String> newer) {
        long pairs = (long) older.size() * newer.size();
        if (older.size() + newer.size() > LONGEST || pairs > pairsLeft) {
            stretches.add(false, older.size(), newer.size());
            return;
        }
        pairsLeft -= pairs;
        Map<String, Integer> numbers = new HashMap<>();
        for (AbstractDelta<Integer> delta : DiffUtils.diff(
                        numbered(older, numbers),
                        numbered(newer, numbers),
                        new MyersDiffWithLinearSpace<>(),
                        null,
                        true)
                .getDeltas()) {
            stretches.add(
                    delta.getType() == DeltaType.EQUAL,
                    delta.getSource().size(),
                    delta.getTarget().size());
        }
    }

    /** Long words are compared once, and not with each other again and again. */
    private static List<Integer> numbered(List<String> words, Map<String, Integer> numbers) {
        List<Integer> numbered = new ArrayList<>(words.size());
        words.forEach(word -> numbered.add(numbers.computeIfAbsent(word, unknown -> numbers.size())));
        return numbered;
    }

    private static int commonStart(List<String> older, List<String> newer) {
        int most = Math.min(older.size(), newer.size());
        int start = 0;
        while (start < most && older.get(start).equals(newer.get(start))) {
            start++;
        }
        return start;
    }

    private static int commonEnd(List<String> older, List<String> newer, int start) {
        int most = Math.min(older.size(), newer.size()) - start;
        int end = 0;
        while (end < most && older.get(older.size() - 1 - end).equals(newer.get(newer.size() - 1 - end))) {
            end++;
        }
        return end;
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

        List<String> older(List<String> list) {
            return list.subList(olderStart, olderEnd);
        }

        List<String> newer(List<String> list) {
            return list.subList(newerStart, newerEnd);
        }
    }
}
