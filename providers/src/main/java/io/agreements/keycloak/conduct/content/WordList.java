package io.agreements.keycloak.conduct.content;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.agreements.keycloak.conduct.content.Folded.Gap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Words that must not be used, and words that may be although they contain such: ready to be looked for, all in one pass. */
public final class WordList {

    /** Prohibits nothing. */
    public static final WordList EMPTY = new WordList(List.of());

    /** Letters that stand by themselves before a word with spaces in it counts as one that was spaced out. */
    private static final int LETTERS_APART = 2;

    private final int entries;
    private final AhoCorasickDoubleArrayTrie<List<WordEntry>> words;

    WordList(List<WordEntry> entries) {
        this.entries = entries.size();
        TreeMap<String, List<WordEntry>> byText = new TreeMap<>();
        for (WordEntry entry : entries) {
            byText.computeIfAbsent(entry.text(), any -> new ArrayList<>(1)).add(entry);
        }
        if (byText.isEmpty()) {
            words = null;
        } else {
            words = new AhoCorasickDoubleArrayTrie<>();
            words.build(byText);
        }
    }

    /** How many there are, allowed ones included. */
    public int entries() {
        return entries;
    }

    /**
     * Whether a text contains a word that one of the lists prohibits, and none allows there.
     *
     * @param lists what counts together
     */
    public static boolean prohibit(List<WordList> lists, String text) {
        Folded folded = Folded.of(text);
        char[] characters = folded.characters();
        Hits hits = new Hits(folded.length());
        for (WordList list : lists) {
            list.find(folded, characters, hits);
        }
        return hits.isProhibited();
    }

    private void find(Folded text, char[] characters, Hits hits) {
        if (words == null) {
            return;
        }
        words.parseText(characters, (begin, end, found) -> {
            for (WordEntry entry : found) {
                if (isThere(text, begin, end, entry)) {
                    hits.add(begin, end, entry.allowed());
                }
            }
        });
    }

    private static boolean isThere(Folded text, int begin, int end, WordEntry entry) {
        return (entry.openBefore() || text.isBoundary(begin))
                && (entry.openBehind() || end == text.length() || text.isBoundary(end))
                && (text.isUnbroken(begin, end) || isOneWord(text, begin, end, entry));
    }

    /** Spaces separate words, unless the list has them there or the letters of one were spaced out. */
    private static boolean isOneWord(Folded text, int begin, int end, WordEntry entry) {
        boolean spaced = false;
        int apart = 0;
        int together = 0;
        int piece = begin;
        for (int i = begin + 1; i <= end; i++) {
            Gap gap = i == end ? Gap.SPACE : text.gapBefore(i);
            if (gap == Gap.NONE) {
                continue;
            }
            if (i < end && gap == Gap.SPACE && !entry.hasGap(i - begin) && !text.isAmongThoseWithoutSpaces(i)) {
                spaced = true;
            }
            if (i - piece == 1) {
                apart++;
            } else {
                together++;
            }
            piece = i;
        }
        return !spaced || apart >= LETTERS_APART && together <= 1;
    }

    /** Where words stand in a text; however many there are, they are held against one another in one pass. */
    private static final class Hits {

        private static final int NONE = -1;

        /** By where they begin: where the longest allowed word ends. */
        private final int[] allowedUntil;

        /** By where they begin: where the longest prohibited word ends. */
        private final int[] prohibitedUntil;

        Hits(int length) {
            allowedUntil = new int[length];
            prohibitedUntil = new int[length];
            Arrays.fill(allowedUntil, NONE);
            Arrays.fill(prohibitedUntil, NONE);
        }

        void add(int begin, int end, boolean allowed) {
            int[] until = allowed ? allowedUntil : prohibitedUntil;
            until[begin] = Math.max(until[begin], end);
        }

        /** Whether a prohibited word is not within an allowed one. */
        boolean isProhibited() {
            int allowed = NONE;
            for (int begin = 0; begin < prohibitedUntil.length; begin++) {
                allowed = Math.max(allowed, allowedUntil[begin]);
                if (prohibitedUntil[begin] > allowed) {
                    return true;
                }
            }
            return false;
        }
    }
}
