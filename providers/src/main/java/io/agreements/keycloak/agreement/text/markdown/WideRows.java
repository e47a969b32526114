package io.agreements.keycloak.agreement.text.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Rows of a table that have more cells than its head. The parser leaves out what is too many, words and all; so the head
 * gets as many empty cells as the widest row has words for.
 */
final class WideRows {

    /** Before the rows come the head and the line of hyphens. */
    private static final int FIRST_ROW = 2;

    private WideRows() {}

    /** The text with heads as wide as their rows; itself where all of them are. */
    static String fitted(String markdown, Node document) {
        StringBuilder fitted = new StringBuilder(markdown.length());
        int done = 0;
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof TableBlock && node.getSourceSpans().size() > FIRST_ROW) {
                List<String> lines = lines(markdown, node.getSourceSpans());
                int widest = lines.stream()
                        .skip(FIRST_ROW)
                        .mapToInt(WideRows::cellsWithWords)
                        .max()
                        .orElse(0);
                if (widest > cells(lines.get(0)).size()) {
                    for (int line = 0; line < FIRST_ROW; line++) {
                        int end = end(node.getSourceSpans().get(line), lines.get(line));
                        fitted.append(markdown, done, end).append(missing(lines.get(line), widest, line));
                        done = end;
                    }
                }
            }
        }
        return done == 0
                ? markdown
                : fitted.append(markdown, done, markdown.length()).toString();
    }

    private static List<String> lines(String markdown, List<SourceSpan> spans) {
        return spans.stream()
                .map(span -> markdown.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
                .toList();
    }

    private static int end(SourceSpan span, String line) {
        return span.getInputIndex() + line.stripTrailing().length();
    }

    private static String missing(String line, int widest, int place) {
        List<String> cells = cells(line);
        String cell = place == 0 ? " |" : "-|";
        boolean closed =
                line.stripTrailing().endsWith("|") && !line.stripTrailing().endsWith("\\|");
        return (closed ? "" : "|") + cell.repeat(Math.max(0, widest - cells.size()));
    }

    /** Up to the last that has words. */
    private static int cellsWithWords(String row) {
        List<String> cells = cells(row);
        int count = cells.size();
        while (count > 0 && cells.get(count - 1).isBlank()) {
            count--;
        }
        return count;
    }

    /** As the parser takes a row apart: at each bar without a backslash before it. */
    private static List<String> cells(String row) {
        String line = row.strip();
        List<String> cells = new ArrayList<>();
        int start = line.startsWith("|") ? 1 : 0;
        for (int place = start; place < line.length(); place++) {
            if (line.charAt(place) == '\\' && place + 1 < line.length() && line.charAt(place + 1) == '|') {
                place++;
            } else if (line.charAt(place) == '|') {
                cells.add(line.substring(start, place));
                start = place + 1;
            }
        }
        if (start < line.length()) {
            cells.add(line.substring(start));
        }
        return cells;
    }
}
