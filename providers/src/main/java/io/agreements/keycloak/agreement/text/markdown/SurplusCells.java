package io.agreements.keycloak.agreement.text.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Rows with more bars than their table has columns for: GitHub drops what comes after, here the last column has it, bars
 * included. A table whose head has no column is none.
 */
final class SurplusCells {

    private SurplusCells() {}

    /** Where in the text a bar begins no column. */
    static List<Integer> bars(String markdown, Node document) {
        List<Integer> bars = new ArrayList<>();
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof TableRow row && !row.getSourceSpans().isEmpty()) {
                bars.addAll(surplus(markdown, row.getSourceSpans().get(0), columns(row)));
            }
        }
        return bars;
    }

    private static int columns(TableRow row) {
        Node table = row;
        while (!(table instanceof TableBlock)) {
            table = table.getParent();
        }
        int columns = 0;
        for (Node cell = table.getFirstChild().getFirstChild().getFirstChild(); cell != null; cell = cell.getNext()) {
            columns++;
        }
        return columns;
    }

    private static List<Integer> surplus(String markdown, SourceSpan row, int columns) {
        int start = row.getInputIndex();
        int end = start + row.getLength();
        while (start < end && Character.isWhitespace(markdown.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(markdown.charAt(end - 1))) {
            end--;
        }
        List<Integer> bars = new ArrayList<>();
        for (int place = columns == 0 ? start : start + 1; place < end; place++) {
            if (markdown.charAt(place) == '|' && markdown.charAt(place - 1) != '\\') {
                bars.add(place);
            }
        }
        if (columns == 0) {
            return bars;
        }
        if (bars.size() < columns) {
            return List.of();
        }
        boolean blank =
                markdown.substring(bars.get(columns - 1), end).replace("|", "").isBlank();
        boolean closed = bars.get(bars.size() - 1) == end - 1;
        return blank ? List.of() : List.copyOf(bars.subList(columns - 1, bars.size() - (closed ? 1 : 0)));
    }
}
