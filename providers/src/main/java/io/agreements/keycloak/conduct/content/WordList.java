package io.agreements.keycloak.conduct.content;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.agreements.keycloak.conduct.content.Folded.Gap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
            if (!entry.capitals().equals(entry.text())) {
                byText.computeIfAbsent(entry.capitals(), any -> new ArrayList<>(1))
                        .add(entry);
            }
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
        return prohibitedIn(lists, text).isPresent();
    }

    /**
     * The first word in a text that one of the lists prohibits, and none allows there, as the list has it.
     *
     * @param lists what counts together
     */
    public static Optional<String> prohibitedIn(List<WordList> lists, String text) {
        return Folded.readings(text).stream()
                .flatMap(reading -> prohibitedIn(lists, reading).stream())
                .findFirst();
    }

    private static Optional<String> prohibitedIn(List<WordList> lists, Folded text) {
        char[] characters = text.characters();
        Hits hits = new Hits(text.length());
        for (WordList list : lists) {
            list.find(text, characters, hits);
        }
        return hits.prohibited();
    }

    private void find(Folded text, char[] characters, Hits hits) {
        if (words == null) {
            return;
        }
        words.parseText(characters, (begin, end, found) -> {
            for (WordEntry entry : found) {
                if (isThere(text, begin, end, entry)) {
                    hits.add(begin, end, entry);
                }
            }
        });
    }

    private static boolean isThere(Folded text, int begin, int end, WordEntry entry) {
        return (entry.openBefore() || text.canBegin(begin))
                && (entry.openBehind() || text.canEnd(end))
                && (text.isUnbroken(begin, end) || isOneWord(text, begin, end, entry))
                && text.isAlike(begin, entry.small());
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

        /** By where they begin: that word. */
        private final WordEntry[] prohibited;

        Hits(int length) {
            allowedUntil = new int[length];
            prohibitedUntil = new int[length];
            prohibited = new WordEntry[length];
            Arrays.fill(allowedUntil, NONE);
            Arrays.fill(prohibitedUntil, NONE);
        }

        void add(int begin, int end, WordEntry entry) {
            if (entry.allowed()) {
                allowedUntil[begin] = Math.max(allowedUntil[begin], end);
            } else if (end > prohibitedUntil[begin]) {
                prohibitedUntil[begin] = end;
                prohibited[begin] = entry;
            }
        }

        /** The first prohibited word that is not within an allowed one. */
        Optional<String> prohibited() {
            int allowed = NONE;
            for (int begin = 0; begin < prohibitedUntil.length; begin++) {
                allowed = Math.max(allowed, allowedUntil[begin]);
                if (prohibitedUntil[begin] > allowed) {
                    return Optional.of(prohibited[begin].line());
                }
            }
            return Optional.empty();
        }
    }
}
