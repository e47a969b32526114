package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.Block.Emphasis;
import io.agreements.keycloak.agreement.text.change.Block.Reference;
import io.agreements.keycloak.agreement.text.change.Differences.Stretch;
import io.agreements.keycloak.agreement.text.change.TextChanges.Difference;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gathers what is different although the words are the same. */
final class Traits {

    /** Told at most; the page of a text with more is no easier to read. How many more there are is told. */
    private static final int MOST = 200;

    private static final int EXCERPT = 60;

    /** What one paragraph of an article says for all. */
    private static final Set<Trait> ONCE = EnumSet.of(Trait.BLANKS, Trait.EMPHASIS, Trait.STRUCTURE, Trait.INVISIBLE);

    /** What a paragraph stands in, whether it is set off there or not. */
    private static final Pattern FRAME = Pattern.compile("(?:quote|[A-Z]+)>");

    private final Differences differences;
    private final Set<Difference> found = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();

    /** By how much the items of the list that is looked at have other numbers than before; null if they have not. */
    private String renumbered;

    Traits(Differences differences) {
        this.differences = differences;
    }

    /** So many as somebody will read. */
    List<Difference> found() {
        return found.stream().limit(MOST).toList();
    }

    /** How many there are besides. */
    int more() {
        return Math.max(0, found.size() - MOST);
    }

    /** All that can be seen of two paragraphs that say the same. */
    void same(String article, Block older, Block newer) {
        kept(article, Struck.without(older.words()), Struck.without(newer.words()));
        for (int row = 0; row < Math.min(older.rows().size(), newer.rows().size()); row++) {
            kept(
                    article,
                    String.join("\n", older.rows().get(row)),
                    String.join("\n", newer.rows().get(row)));
        }
        boolean attention = attention(article, List.of(older), List.of(newer));
        if (!(attention ? areElsewhereAlike(older, newer) : older.place().equals(newer.place()))
                || older.form() != newer.form()
                || !older.breaks().equals(newer.breaks())) {
            add(Trait.STRUCTURE, article, null, newer.words());
        } else {
            numbering(article, older, newer);
        }
        if (!older.emphases().equals(newer.emphases())) {
            add(Trait.EMPHASIS, article, null, newer.words());
        }
        references(article, older.references(), newer.references());
    }

    /** Paragraphs some words of which came or went, or that were taken apart or put together. */
    void rewritten(String article, List<Block> older, List<Block> newer) {
        boolean attention = attention(article, older, newer);
        boolean alike = attention
                ? older.size() == newer.size()
                        && IntStream.range(0, older.size())
                                .allMatch(place -> areElsewhereAlike(older.get(place), newer.get(place)))
                : places(older).equals(places(newer));
        if (!alike) {
            add(Trait.STRUCTURE, article, null, words(newer));
        } else if (older.size() == 1) {
            numbering(article, older.get(0), newer.get(0));
        }
        Set<String> before = emphases(older, newer);
        if (!before.equals(emphases(newer, older))) {
            add(Trait.EMPHASIS, article, null, words(newer));
        }
        references(article, references(older), references(newer));
    }

    /** Whether these words are set off to draw attention to them, and were not, or the other way round. */
    private boolean attention(String article, List<Block> older, List<Block> newer) {
        boolean before = older.stream().allMatch(Block::drawsAttention);
        boolean after = newer.stream().allMatch(Block::drawsAttention);
        if (before == after || older.isEmpty() || newer.isEmpty()) {
            return false;
        }
        Trait trait = after ? Trait.ATTENTION_ADDED : Trait.ATTENTION_REMOVED;
        if (told.add(
                trait + String.valueOf(article) + (after ? newer : older).get(0).clause())) {
            add(trait, article, null, words(newer));
        }
        return true;
    }

    private static boolean areElsewhereAlike(Block older, Block newer) {
        return FRAME.matcher(older.place())
                .replaceAll("")
                .equals(FRAME.matcher(newer.place()).replaceAll(""));
    }

    /** One item of a list says for those behind it that their numbers grew as much. */
    private void numbering(String article, Block older, Block newer) {
        if (older.marker().equals(newer.marker())) {
            boolean inList = newer.marker().isEmpty() && newer.place().contains("ordered");
            renumbered = inList ? renumbered : null;
            return;
        }
        String by = article + '\0' + step(older.marker(), newer.marker());
        if (!by.equals(renumbered)) {
            add(Trait.NUMBERING, article, older.marker(), newer.marker());
        }
        renumbered = by;
    }

    private static String step(String older, String newer) {
        return PlainItems.step(older, newer)
                .map(step -> step + PlainItems.way(newer))
                .orElse(older + newer);
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
    void kept(String article, String olderWords, String newerWords) {
        String older = Struck.together(olderWords);
        String newer = Struck.together(newerWords);
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

    /** What of two headings is struck out, as it is nowhere else told of headings. */
    void struckOut(String article, List<Block> older, List<Block> newer) {
        List<String> before = struckOut(older);
        List<String> after = struckOut(newer);
        if (!before.equals(after)) {
            add(Trait.EMPHASIS, article, null, Struck.written(words(newer)));
        }
    }

    private static List<String> struckOut(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> Struck.runs(block.words()).stream())
                .filter(Struck.Run::struck)
                .map(run -> Characters.comparable(run.words()))
                .toList();
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
                    oneByOne(
                            picture ? Trait.PICTURES : Trait.LINKS,
                            article,
                            stretch.older(before),
                            stretch.newer(after));
                }
            }
        }
    }

    /** Those with the same words belong together, and if there are as many, those in the same place. */
    private void oneByOne(Trait trait, String article, List<Reference> older, List<Reference> newer) {
        List<Reference> gone = new ArrayList<>(older);
        boolean asMany = older.size() == newer.size();
        for (int place = 0; place < newer.size(); place++) {
            Reference now = newer.get(place);
            Reference before = asMany
                    ? older.get(place)
                    : gone.stream()
                            .filter(one -> one.words().equals(now.words()))
                            .findFirst()
                            .orElse(null);
            gone.remove(before);
            add(trait, article, shown(before), shown(now));
        }
        gone.forEach(one -> add(trait, article, shown(one), null));
    }

    private static List<String> addresses(List<Reference> references) {
        return references.stream().map(Reference::address).toList();
    }

    private static String shown(Reference reference) {
        if (reference == null) {
            return null;
        }
        return reference.words().isBlank()
                ? withCodes(reference.address())
                : reference.words() + ": " + withCodes(reference.address());
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
        if (!once) {
            String was = Struck.without(before);
            String is = Struck.without(after);
            String older = Excerpt.beginning(was, 3 * EXCERPT);
            String newer = Excerpt.beginning(is, 3 * EXCERPT);
            boolean showsNothing =
                    older != null && older.equals(newer) && !was.strip().equals(is.strip());
            found.add(
                    showsNothing
                            ? differing(trait, article, was.strip(), is.strip())
                            : new Difference(trait, article, older, newer));
        }
    }

    /** Where what is different comes too late for the beginnings to show it. */
    private static Difference differing(Trait trait, String article, String before, String after) {
        int place = firstDifference(before, after);
        return new Difference(trait, article, around(before, place), around(after, place));
    }

    private static int firstDifference(String older, String newer) {
        int place = 0;
        while (place < older.length() && place < newer.length() && older.charAt(place) == newer.charAt(place)) {
            place++;
        }
        return place;
    }

    private static String around(String text, int place) {
        return Excerpt.around(text, place - EXCERPT / 4, place + EXCERPT / 2);
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
