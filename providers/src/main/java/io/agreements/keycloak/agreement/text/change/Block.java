package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.TextChanges.Form;
import io.agreements.keycloak.agreement.text.markdown.Alert;
import java.util.ArrayList;
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
        int begun) {

    static Block ofWords(String words) {
        return new Block(Form.TEXT, "", "", words, List.of(), List.of(), List.of(), List.of(), 0);
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
            int end = start;
            while (end < words.length() && counted < lineBreak) {
                int character = words.codePointAt(end);
                end += Character.charCount(character);
                boolean counts = !Characters.isBlank(character) && !Characters.isInvisible(character);
                counted += counts ? Character.charCount(character) : 0;
            }
            lines.add(line(words.substring(start, end).strip(), lines.isEmpty()));
            start = end;
        }
        lines.add(line(words.substring(start).strip(), false));
        return lines.stream().filter(line -> !line.words().isEmpty()).toList();
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
                first ? begun : 0);
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
    record Emphasis(String kind, int start, String words) {}

    /**
     * @param picture whether it is one, and no link
     * @param words of the link or the picture
     */
    record Reference(boolean picture, String words, String address) {}
}
