package io.agreements.keycloak.agreement.text.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Characters that stand in for marks the parser would take for something their author plainly does not mean, one for one,
 * while it reads: blanks to be filled in by hand, hidden digits, and the bracket of a footnote, which may stand within the
 * words of a link.
 */
final class StandIns {

    /** Nobody's characters, like {@link EastAsianEmphasis#JOINT}. */
    private static final char UNDERSCORE = '\uFDEC';

    private static final char ASTERISK = '\uFDED';

    static final char BRACKET = '\uFDEE';

    private static final Pattern THEIRS = Pattern.compile("[\uFDEC-\uFDEE]");

    /** As many are no emphasis. */
    private static final int BLANK = 4;

    private static final Pattern UNDERSCORES = Pattern.compile("_{2,}+");
    private static final Pattern ASTERISKS = Pattern.compile("\\*++");
    private static final Pattern ONLY_ASTERISKS = Pattern.compile("[\\s>*]*+");
    private static final Pattern NOTE = Pattern.compile("\\[\\^([^\\s\\[\\]]{1,100})](:?)");
    private static final Pattern BEFORE_NOTE = Pattern.compile("[\\s>]*+(?:(?:[-*+]|[0-9]{1,9}[.)])\\s++)*+[\\s>]*+");

    private StandIns() {}

    /** The text with them, as long as it was. */
    static String in(String markdown) {
        boolean none = markdown.indexOf("__") < 0 && markdown.indexOf("**") < 0 && markdown.indexOf("[^") < 0;
        if (none || THEIRS.matcher(markdown).find()) {
            return markdown;
        }
        StringBuilder text = new StringBuilder(markdown);
        Set<String> notes = notes(markdown);
        boolean opened = false;
        for (int start = 0; start < markdown.length(); ) {
            int end = endOfLine(markdown, start);
            String line = markdown.substring(start, end);
            opened = !line.isBlank() && blanks(text, line, start, opened);
            hiddenDigits(text, line, start);
            noteMarks(text, line, start, notes);
            start = end + 1;
        }
        return text.toString();
    }

    private static int endOfLine(String markdown, int start) {
        int end = start;
        while (end < markdown.length() && markdown.charAt(end) != '\n' && markdown.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /**
     * @param opened whether emphasis may have begun in a line before
     * @return whether it may go on in the next
     */
    private static boolean blanks(StringBuilder text, String line, int lineStart, boolean opened) {
        boolean open = opened;
        List<int[]> runs = new ArrayList<>();
        Matcher found = UNDERSCORES.matcher(line);
        while (found.find()) {
            runs.add(new int[] {
                found.start() + (isEscaped(line, found.start()) ? 1 : 0), found.end(), found.end() - found.start()
            });
        }
        for (int place = 0; place < runs.size(); place++) {
            int[] run = runs.get(place);
            boolean begins = begins(line, run[1]);
            boolean label = isBehindColon(line, run[0])
                    && (!begins || place + 1 < runs.size() && isBehindColon(line, runs.get(place + 1)[0]));
            boolean alone = run[2] == BLANK - 1 && !begins && !open && !isOnlyOne(line, run);
            if (run[2] >= BLANK || label || alone) {
                fill(text, lineStart + run[0], lineStart + run[1], UNDERSCORE);
            } else {
                open |= begins;
            }
        }
        return open;
    }

    /** A rule. */
    private static boolean isOnlyOne(String line, int[] run) {
        return line.strip().length() == run[2];
    }

    /** Whether what follows can be set off. */
    private static boolean begins(String line, int place) {
        if (place >= line.length()) {
            return false;
        }
        int next = line.codePointAt(place);
        return Character.isLetterOrDigit(next) || "\"'“‘「『《(（[`*~!<$".indexOf(next) >= 0;
    }

    private static boolean isBehindColon(String line, int place) {
        int before = place;
        while (before > 0
                && (Character.isWhitespace(line.charAt(before - 1))
                        || Character.isSpaceChar(line.charAt(before - 1)))) {
            before--;
        }
        return before > 0 && ":：".indexOf(line.charAt(before - 1)) >= 0;
    }

    /** {@code 138****1234}: where each run of asterisks of a line is within a number, or longer than any mark. */
    private static void hiddenDigits(StringBuilder text, String line, int lineStart) {
        if (line.indexOf("**") < 0 || ONLY_ASTERISKS.matcher(line).matches()) {
            return;
        }
        List<int[]> runs = new ArrayList<>();
        Matcher found = ASTERISKS.matcher(line);
        while (found.find()) {
            int length = found.end() - found.start();
            boolean hidden =
                    length >= BLANK || length > 1 && isDigit(line, found.start() - 1) && isDigit(line, found.end());
            if (!hidden || isEscaped(line, found.start())) {
                return;
            }
            runs.add(new int[] {found.start(), found.end()});
        }
        runs.forEach(run -> fill(text, lineStart + run[0], lineStart + run[1], ASTERISK));
    }

    private static boolean isDigit(String line, int place) {
        return place >= 0 && place < line.length() && Character.isDigit(line.charAt(place));
    }

    private static boolean isEscaped(String line, int place) {
        int slashes = 0;
        while (slashes < place && line.charAt(place - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static void fill(StringBuilder text, int start, int end, char by) {
        for (int place = start; place < end; place++) {
            text.setCharAt(place, by);
        }
    }

    private static Set<String> notes(String markdown) {
        Set<String> labels = new HashSet<>();
        if (markdown.indexOf("[^") >= 0) {
            Matcher found = NOTE.matcher(markdown);
            while (found.find()) {
                if (!found.group(2).isEmpty()) {
                    labels.add(found.group(1));
                }
            }
        }
        return labels;
    }

    /** All but those that begin a note. */
    private static void noteMarks(StringBuilder text, String line, int lineStart, Set<String> labels) {
        if (labels.isEmpty() || line.indexOf("[^") < 0) {
            return;
        }
        Matcher found = NOTE.matcher(line);
        while (found.find()) {
            boolean note = !found.group(2).isEmpty()
                    && BEFORE_NOTE.matcher(line).region(0, found.start()).matches();
            if (!note && !isEscaped(line, found.start()) && labels.contains(found.group(1))) {
                text.setCharAt(lineStart + found.start(), BRACKET);
            }
        }
    }

    /** Gives running words back what stood there. */
    static Node restore(Node document) {
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof Text text) {
                text.setLiteral(without(text.getLiteral()));
            }
        }
        return document;
    }

    static String without(String words) {
        return words == null || !THEIRS.matcher(words).find()
                ? words
                : words.replace(UNDERSCORE, '_').replace(ASTERISK, '*').replace(BRACKET, '[');
    }
}
