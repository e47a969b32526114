package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.Block.Emphasis;
import io.agreements.keycloak.agreement.text.change.Block.Reference;
import io.agreements.keycloak.agreement.text.change.Differences.Stretch;
import io.agreements.keycloak.agreement.text.change.TextChanges.Difference;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what is different although the words are the same. */
final class Traits {

    /** Told at most; the page of a text with more is no easier to read. */
    private static final int MOST = 200;

    private static final int EXCERPT = 60;

    /** What one paragraph of an article says for all. */
    private static final Set<Trait> ONCE =
            EnumSet.of(Trait.BLANKS, Trait.EMPHASIS, Trait.STRUCTURE, Trait.NUMBERING, Trait.INVISIBLE);

    private final Differences differences;
    private final Set<Difference> found = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();

    Traits(Differences differences) {
        this.differences = differences;
    }

    List<Difference> found() {
        return List.copyOf(found);
    }

    /** All that can be seen of two paragraphs that say the same. */
    void same(String article, Block older, Block newer) {
        kept(article, older.words(), newer.words());
        for (int row = 0; row < Math.min(older.rows().size(), newer.rows().size()); row++) {
            kept(
                    article,
                    String.join("\n", older.rows().get(row)),
                    String.join("\n", newer.rows().get(row)));
        }
        if (!older.place().equals(newer.place())
                || older.form() != newer.form()
                || !older.breaks().equals(newer.breaks())) {
            add(Trait.STRUCTURE, article, null, newer.words());
        } else if (!older.marker().equals(newer.marker())) {
            add(Trait.NUMBERING, article, older.marker(), newer.marker());
        }
        if (!older.emphases().equals(newer.emphases())) {
            add(Trait.EMPHASIS, article, null, newer.words());
        }
        references(article, older.references(), newer.references());
    }

    /** Paragraphs some words of which came or went, or that were taken apart or put together. */
    void rewritten(String article, List<Block> older, List<Block> newer) {
        if (!places(older).equals(places(newer))) {
            add(Trait.STRUCTURE, article, null, words(newer));
        }
        Set<String> before = emphases(older, newer);
        if (!before.equals(emphases(newer, older))) {
            add(Trait.EMPHASIS, article, null, words(newer));
        }
        references(article, references(older), references(newer));
    }

    /** Paragraphs that went and others that came instead; what has words of its own is seen with them. */
    void replaced(String article, List<Block> older, List<Block> newer) {
        List<Block> before = older.stream().filter(Traits::isWordless).toList();
        List<Block> after = newer.stream().filter(Traits::isWordless).toList();
        if (!places(before).equals(places(after))) {
            add(Trait.STRUCTURE, article, null, words(newer));
        }
        references(article, references(before), references(after));
    }

    private static boolean isWordless(Block block) {
        return block.comparable().isBlank();
    }

    /** Pieces of text that say the same. */
    void kept(String article, String older, String newer) {
        if (older.equals(newer)) {
            return;
        }
        boolean stored = !Characters.ofOneSpacingAsStored(older).equals(Characters.ofOneSpacingAsStored(newer));
        String olderWidth = Characters.ofOneSpacing(older);
        String newerWidth = Characters.ofOneSpacing(newer);
        boolean width = !olderWidth.equals(newerWidth);
        if (width) {
            int place = firstDifference(olderWidth, newerWidth);
            add(Trait.WIDTH, article, around(olderWidth, place), around(newerWidth, place));
        }
        boolean blanks = new Blanks(Characters.visible(older), Characters.visible(newer)).tell(article);
        if (stored || !width && !blanks) {
            String first = withCodes(older);
            String second = withCodes(newer);
            int place = firstDifference(first, second);
            add(Trait.INVISIBLE, article, around(first, place), around(second, place));
        }
    }

    private void references(String article, List<Reference> older, List<Reference> newer) {
        if (older.equals(newer)) {
            return;
        }
        for (boolean picture : new boolean[] {false, true}) {
            List<Reference> before =
                    older.stream().filter(one -> one.picture() == picture).toList();
            List<Reference> after =
                    newer.stream().filter(one -> one.picture() == picture).toList();
            for (Stretch stretch : differences.of(addresses(before), addresses(after))) {
                if (!stretch.same()) {
                    add(
                            picture ? Trait.PICTURES : Trait.LINKS,
                            article,
                            shown(stretch.older(before)),
                            shown(stretch.newer(after)));
                }
            }
        }
    }

    private static List<String> addresses(List<Reference> references) {
        return references.stream().map(Reference::address).toList();
    }

    private static String shown(List<Reference> references) {
        return references.isEmpty()
                ? null
                : references.stream()
                        .map(one -> one.words().isBlank()
                                ? withCodes(one.address())
                                : one.words() + ": " + withCodes(one.address()))
                        .collect(Collectors.joining("; "));
    }

    private static List<Reference> references(List<Block> blocks) {
        return blocks.stream().flatMap(block -> block.references().stream()).toList();
    }

    private static List<String> places(List<Block> blocks) {
        return blocks.stream().map(Block::place).toList();
    }

    private static String words(List<Block> blocks) {
        return blocks.stream().map(Block::words).collect(Collectors.joining(" "));
    }

    /** What is set off, of what both say. */
    private static Set<String> emphases(List<Block> blocks, List<Block> others) {
        String said = others.stream().map(Block::comparable).collect(Collectors.joining());
        return blocks.stream()
                .flatMap(block -> block.emphases().stream())
                .filter(emphasis -> said.contains(emphasis.words()))
                .map(Traits::name)
                .collect(Collectors.toSet());
    }

    private static String name(Emphasis emphasis) {
        return emphasis.kind() + " " + emphasis.words();
    }

    void add(Trait trait, String article, String before, String after) {
        boolean once = ONCE.contains(trait) && !told.add(trait + String.valueOf(article));
        if (!once && found.size() < MOST) {
            found.add(new Difference(trait, article, excerpt(before), excerpt(after)));
        }
    }

    private static String excerpt(String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        String stripped = words.strip();
        int end = whole(stripped, Math.min(stripped.length(), 3 * EXCERPT));
        return end < stripped.length() ? stripped.substring(0, end) + "…" : stripped;
    }

    private static int firstDifference(String older, String newer) {
        int place = 0;
        while (place < older.length() && place < newer.length() && older.charAt(place) == newer.charAt(place)) {
            place++;
        }
        return place;
    }

    private static String around(String text, int place) {
        int start = whole(text, Math.max(0, place - EXCERPT / 4));
        int end = whole(text, Math.min(text.length(), place + EXCERPT / 2));
        return (start > 0 ? "…" : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
    }

    /** Not within a character of two parts. */
    private static int whole(String text, int place) {
        return place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }

    /** Makes visible what no page shows. */
    private static String withCodes(String text) {
        StringBuilder codes = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (Characters.isInvisible(character)) {
                codes.append(String.format("‹U+%04X›", character));
            } else {
                codes.appendCodePoint(character);
            }
        });
        return codes.toString();
    }

    /** Goes along two texts that differ in blanks. */
    private final class Blanks {

        private final String older;
        private final String newer;
        private int before;
        private int after;

        Blanks(String older, String newer) {
            this.older = older;
            this.newer = newer;
        }

        /** Whether there was something to tell. */
        boolean tell(String article) {
            boolean told = false;
            int letter = 0;
            while (before < older.length() || after < newer.length()) {
                int olderStart = before;
                int newerStart = after;
                before = endOfBlanks(older, before);
                after = endOfBlanks(newer, after);
                if (!older.substring(olderStart, before).equals(newer.substring(newerStart, after))) {
                    tell(article, letter, olderStart, newerStart);
                    told = true;
                }
                if (before < older.length()) {
                    letter = older.codePointAt(before);
                    before += Character.charCount(letter);
                }
                if (after < newer.length()) {
                    after += Character.charCount(newer.codePointAt(after));
                }
            }
            return told;
        }

        private void tell(String article, int letter, int olderStart, int newerStart) {
            boolean opened = (before == olderStart) != (after == newerStart);
            boolean inWord = letter != 0
                    && Characters.isPartOfWord(letter)
                    && before < older.length()
                    && Characters.isPartOfWord(older.codePointAt(before));
            if (opened && inWord) {
                add(Trait.BLANKS_IN_WORDS, article, around(older, olderStart), around(newer, newerStart));
            } else {
                add(Trait.BLANKS, article, null, around(newer, newerStart));
            }
        }

        private int endOfBlanks(String text, int start) {
            int end = start;
            while (end < text.length() && Characters.isBlank(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            return end;
        }
    }
}
