package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.TextChanges.Form;
import io.agreements.keycloak.agreement.text.markdown.Alert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A paragraph, an item of a list, a lower heading, a line of code or a whole table.
 *
 * @param place what it stands in and what it is
 * @param marker number or bullet; empty if there is none
 * @param words all of them, without markup
 * @param breaks where its lines end: numbers of characters before that count
 * @param emphases what of it is set off, and where
 * @param references where its links lead and its pictures are
 * @param rows cells of a table; the first row heads the columns
 * @param begun how many lists, quotations, boxes of code and the like begin with it
 * @param clause how many clauses that attention is drawn to begin in its article up to here
 */
record Block(
        Form form,
        String place,
        String marker,
        String words,
        List<Integer> breaks,
        List<Emphasis> emphases,
        List<Reference> references,
        List<List<String>> rows,
        int begun,
        int clause) {

    static Block ofWords(String words) {
        return without(words, Form.TEXT, "", "", 0, 0);
    }

    /** One in which nothing is set off and nothing leads anywhere. */
    static Block without(String words, Form form, String place, String marker, int begun, int clause) {
        return new Block(form, place, marker, words, List.of(), List.of(), List.of(), List.of(), begun, clause);
    }

    /** Whether it is an item of a list that has a number and no bullet. */
    boolean isNumbered() {
        return marker.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether it stands in what its author draws attention to. */
    boolean drawsAttention() {
        return place.contains(Alert.Weight.IMPORTANT.name() + '>');
    }

    boolean isTable() {
        return form == Form.ROW;
    }

    /** What says the same is equal. */
    String comparable() {
        return isTable() ? comparable(rows) : Characters.comparable(words);
    }

    /** Each line of a paragraph by itself. */
    List<Block> lines() {
        if (breaks.isEmpty() || isTable()) {
            return List.of(this);
        }
        List<Block> lines = new ArrayList<>();
        int start = 0;
        int counted = 0;
        for (int lineBreak : breaks) {
            int end = placeBehind(start, lineBreak - counted);
            counted = Math.max(counted, lineBreak);
            lines.add(line(words.substring(start, end).strip(), lines.isEmpty()));
            start = end;
        }
        lines.add(line(words.substring(start).strip(), false));
        return lines.stream().filter(line -> !line.words().isEmpty()).toList();
    }

    /** Where in the words its lines end. */
    List<Integer> ends() {
        List<Integer> ends = new ArrayList<>(breaks.size());
        int place = 0;
        int counted = 0;
        for (int lineBreak : breaks) {
            place = placeBehind(place, lineBreak - counted);
            counted = Math.max(counted, lineBreak);
            ends.add(place);
        }
        return ends;
    }

    private int placeBehind(int start, int many) {
        int place = start;
        for (int counted = 0; place < words.length() && counted < many; ) {
            int character = words.codePointAt(place);
            place += Character.charCount(character);
            boolean counts = !Characters.isBlank(character) && !Characters.isInvisible(character);
            counted += counts ? Character.charCount(character) : 0;
        }
        return place;
    }

    /**
     * The same taken apart where some of its lines end.
     *
     * @param lines numbers of these lines, from 0, in order
     * @param ends where all of its lines end
     */
    List<Block> parts(List<Integer> lines, List<Integer> ends) {
        int[] starts = new int[lines.size() + 1];
        List<List<Integer>> breaksOf = new ArrayList<>();
        List<List<Emphasis>> emphasesOf = new ArrayList<>();
        for (int part = 0; part < starts.length; part++) {
            starts[part] = part == 0 ? 0 : breaks.get(lines.get(part - 1));
            breaksOf.add(new ArrayList<>());
            emphasesOf.add(new ArrayList<>());
        }
        for (int lineBreak : breaks) {
            int part = lastUpTo(starts, lineBreak);
            if (lineBreak > starts[part]) {
                breaksOf.get(part).add(lineBreak - starts[part]);
            }
        }
        for (Emphasis emphasis : emphases) {
            int part = lastUpTo(starts, emphasis.start());
            emphasesOf.get(part).add(emphasis.behind(starts[part]));
        }
        List<Block> parts = new ArrayList<>();
        for (int part = 0; part < starts.length; part++) {
            boolean first = part == 0;
            int start = first ? 0 : ends.get(lines.get(part - 1));
            int end = part < lines.size() ? ends.get(lines.get(part)) : words.length();
            parts.add(new Block(
                    form,
                    first ? place : place + "line>",
                    marker,
                    words.substring(start, end).strip(),
                    List.copyOf(breaksOf.get(part)),
                    List.copyOf(emphasesOf.get(part)),
                    first ? references : List.of(),
                    rows,
                    first ? begun : 0,
                    clause));
        }
        return parts;
    }

    private static int lastUpTo(int[] starts, int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    /** The same as an item with the number its words begin with. */
    Block numbered(String number) {
        int counted = Characters.comparable(number).length();
        return new Block(
                Form.ITEM,
                place,
                number,
                words.substring(words.indexOf(number) + number.length()).strip(),
                breaks.stream().map(lineBreak -> lineBreak - counted).toList(),
                emphases.stream().map(emphasis -> emphasis.behind(counted)).toList(),
                references,
                rows,
                begun,
                clause);
    }

    private Block line(String line, boolean first) {
        return new Block(
                form,
                place,
                first ? marker : "",
                line,
                List.of(),
                List.of(),
                first ? references : List.of(),
                List.of(),
                first ? begun : 0,
                clause);
    }

    private static String comparable(List<List<String>> rows) {
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> {
            row.forEach(cell -> table.append(Characters.comparable(cell)).append('\t'));
            table.append('\n');
        });
        return table.toString();
    }

    /**
     * @param start number of characters before it that count
     * @param words those set off, as they are compared
     */
    record Emphasis(String kind, int start, String words) {

        /** The same where so many characters before it are not there. */
        private Emphasis behind(int many) {
            int within = Math.min(Math.max(0, many - start), words.length());
            return new Emphasis(kind, Math.max(0, start - many), words.substring(within));
        }
    }

    /**
     * @param picture whether it is one, and no link
     * @param words of the link or the picture
     */
    record Reference(boolean picture, String words, String address) {}
}
