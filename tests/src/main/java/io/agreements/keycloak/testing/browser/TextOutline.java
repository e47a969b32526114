package io.agreements.keycloak.testing.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an agreement is the same on many pages, and read elsewhere. Where it begins with its contents, or is a document
 * within the page, only its first words are kept, and headings, what is set off, lists and tables.
 */
final class TextOutline {
    private static final Pattern OPENING = Pattern.compile("( *)- (?:article|'?region .*):");
    private static final Pattern DOCUMENT = Pattern.compile(" *- '?document .*:");
    private static final Pattern CONTENTS = Pattern.compile("( *)- '?navigation .*");
    private static final Pattern WORDS = Pattern.compile(" *- (?:paragraph|listitem|text|strong|emphasis)\\b.*");

    private TextOutline() {}

    /** A list of elements, in which only the first words of such a text are left. */
    static List<String> of(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int next = 0;
        while (next < lines.size()) {
            kept.add(lines.get(next));
            next++;
            if (DOCUMENT.matcher(lines.get(next - 1)).matches() && next < lines.size()) {
                int end = endOfBlock(lines, next, indent(lines.get(next - 1)) + 1);
                outline(lines.subList(next, end), 0, kept);
                next = end;
            } else if (beginsWithContents(lines, next)) {
                int end = endOfBlock(lines, next, indent(lines.get(next)));
                List<String> block = lines.subList(next, end);
                outline(block, endOfBlock(block, 1, indent(block.get(0)) + 1), kept);
                next = end;
            }
        }
        return kept;
    }

    private static boolean beginsWithContents(List<String> lines, int first) {
        if (first >= lines.size()) {
            return false;
        }
        Matcher opening = OPENING.matcher(lines.get(first - 1));
        Matcher contents = CONTENTS.matcher(lines.get(first));
        return opening.matches()
                && contents.matches()
                && contents.group(1).length() == opening.group(1).length() + 2;
    }

    /** @param first where the text begins in its block */
    private static void outline(List<String> block, int first, List<String> into) {
        into.addAll(block.subList(0, first));
        int next = first;
        boolean isBegun = false;
        while (next < block.size()) {
            String line = block.get(next);
            int end = endOfBlock(block, next + 1, indent(line) + 1);
            if (!WORDS.matcher(line).matches()) {
                into.add(line);
                next++;
            } else {
                if (!isBegun) {
                    into.addAll(block.subList(next, end));
                    isBegun = true;
                }
                next = end;
            }
        }
    }

    /** Where lines end that are indented by at least as much. */
    private static int endOfBlock(List<String> lines, int first, int indent) {
        int end = first;
        while (end < lines.size() && indent(lines.get(end)) >= indent) {
            end++;
        }
        return end;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
