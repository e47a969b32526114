package io.agreements.keycloak.agreement.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** The shortest way from one list to another, with what stays on the way. */
final class Differences {

    /** Time grows with the square of the length; what is longer counts as replaced as a whole. */
    private static final int LONGEST = 12_000;

    private Differences() {}

    /** Stretches that stay and stretches that are replaced, in turn; they cover both lists. */
    static List<Stretch> of(List<String> older, List<String> newer) {
        if (older.size() + newer.size() > LONGEST && !older.equals(newer)) {
            return List.of(new Stretch(false, 0, older.size(), 0, newer.size()));
        }
        List<Stretch> stretches = new ArrayList<>();
        int olderEnd = 0;
        int newerEnd = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(older, newer, new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            boolean same = delta.getType() == DeltaType.EQUAL;
            int olderStart = olderEnd;
            int newerStart = newerEnd;
            olderEnd += delta.getSource().size();
            newerEnd += delta.getTarget().size();
            Stretch last = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
            if (last != null && last.same() == same) {
                stretches.remove(last);
                olderStart = last.olderStart();
                newerStart = last.newerStart();
            }
            stretches.add(new Stretch(same, olderStart, olderEnd, newerStart, newerEnd));
        }
        return stretches;
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
