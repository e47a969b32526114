package io.agreements.proof.receipt.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in Markdown as a page of a pack shows it: headings set off, and all else as it is written. Whoever reads it sees every
 * character of it.
 */
final class Blocks {

    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*)", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("[ \\t\\r]*");

    private Blocks() {}

    /** In their order, each with a heading or with words; the other of the two is empty. */
    static List<Map<String, String>> of(String text) {
        List<Map<String, String>> blocks = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                end(words, blocks);
                blocks.add(Map.of("mark", heading.group(1), "ofBlock", heading.group(2), "words", ""));
            } else if (BLANK.matcher(line).matches()) {
                end(words, blocks);
            } else {
                words.append(words.isEmpty() ? "" : "\n").append(line);
            }
        }
        end(words, blocks);
        return blocks;
    }

    private static void end(StringBuilder words, List<Map<String, String>> blocks) {
        if (!words.isEmpty()) {
            blocks.add(Map.of("mark", "", "ofBlock", "", "words", words.toString()));
            words.setLength(0);
        }
    }
}
