package io.agreements.keycloak.conduct.content;

import io.agreements.keycloak.conduct.content.Folded.Gap;
import java.util.BitSet;

/**
 * One word of a list.
 *
 * @param line as it is written in the list
 * @param text as it is compared
 * @param capitals the same by what it looks like in capitals; as a rule no other
 * @param small its letters without case, one for each of those that are compared
 * @param gaps before which of its characters the list has a space; null if before none
 * @param openBefore whether it counts within a longer word too, at its end
 * @param openBehind whether it counts within a longer word too, at its beginning
 * @param allowed whether it may be used whatever prohibited word is in it
 */
record WordEntry(
        String line,
        String text,
        String capitals,
        int[] small,
        BitSet gaps,
        boolean openBefore,
        boolean openBehind,
        boolean allowed) {

    private static final String ALLOWED = "!";
    private static final String OPEN = "*";
    private static final int LEAST_LETTERS = 2;

    /**
     * @param line without what is a comment
     * @throws IllegalArgumentException with what is wrong in words for an administrator
     */
    static WordEntry of(String line) {
        boolean allowed = line.startsWith(ALLOWED);
        String rest = allowed ? line.substring(1).strip() : line;
        boolean openBefore = rest.startsWith(OPEN);
        boolean openBehind = rest.endsWith(OPEN);
        Folded folded = Folded.of(rest.replace(OPEN, ""));
        if (folded.length() == 0) {
            throw new IllegalArgumentException("has no letter or digit");
        }
        if (folded.length() < LEAST_LETTERS && !folded.beginsWithoutSpaces()) {
            throw new IllegalArgumentException("is a single letter; there have to be " + LEAST_LETTERS);
        }
        String text = folded.text();
        String capitals = folded.textOfCapitals();
        return new WordEntry(
                line,
                text,
                capitals.equals(text) ? text : capitals,
                folded.small(),
                gaps(folded),
                openBefore,
                openBehind,
                allowed);
    }

    boolean hasGap(int index) {
        return gaps != null && gaps.get(index);
    }

    private static BitSet gaps(Folded folded) {
        BitSet gaps = new BitSet();
        for (int i = 1; i < folded.length(); i++) {
            gaps.set(i, folded.gapBefore(i) == Gap.SPACE);
        }
        return gaps.isEmpty() ? null : gaps;
    }
}
