package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.Anchors.Anchor;
import io.agreements.keycloak.agreement.text.change.Differences.Stretch;
import io.agreements.keycloak.agreement.text.change.TextChanges.Cell;
import io.agreements.keycloak.agreement.text.change.TextChanges.Form;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.change.TextChanges.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Compares tables: which column became which, then which row, then cell by cell. */
final class TableComparison {

    private static final int NONE = -1;
    private static final String BORDER = "\t";

    private final Differences differences;
    private final CellComparison cells;

    TableComparison(Differences differences, CellComparison cells) {
        this.differences = differences;
        this.cells = cells;
    }

    /** What came and went between two cells. */
    interface CellComparison {
        List<Passage> passages(String older, String newer);
    }

    /** All rows of a table that came or went or stayed as a whole. */
    static List<Paragraph> whole(Kind kind, List<List<String>> rows) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            boolean heads = row == 0;
            paragraphs.add(row(rows.get(row).stream()
                    .map(words -> cell(heads, kind, words))
                    .toList()));
        }
        return paragraphs;
    }

    /** The rows of both tables, in order; the first of each heads the columns. */
    List<Paragraph> compare(List<List<String>> older, List<List<String>> newer) {
        List<Anchor> columns = columns(older, newer);
        List<Paragraph> compared = new ArrayList<>();
        compared.add(pair(true, columns, older.get(0), newer.get(0)));
        List<List<String>> before = older.subList(1, older.size());
        List<List<String>> after = newer.subList(1, newer.size());
        for (Stretch stretch :
                differences.of(keys(before, columns, Anchor::older), keys(after, columns, Anchor::newer))) {
            compared.addAll(rows(stretch.same(), columns, stretch.older(before), stretch.newer(after)));
        }
        return compared;
    }

    private List<Paragraph> rows(
            boolean same, List<Anchor> columns, List<List<String>> older, List<List<String>> newer) {
        List<Anchor> pairs = new ArrayList<>();
        if (same || older.size() == newer.size()) {
            for (int row = 0; row < older.size(); row++) {
                pairs.add(new Anchor(row, row));
            }
        } else {
            pairs = Likeness.pairs(
                    older.size(), newer.size(), (first, second) -> alike(columns, older.get(first), newer.get(second)));
        }
        List<Paragraph> compared = new ArrayList<>();
        int olderEnd = 0;
        int newerEnd = 0;
        for (Anchor pair : pairs) {
            addUnpaired(
                    compared, columns, older.subList(olderEnd, pair.older()), newer.subList(newerEnd, pair.newer()));
            compared.add(pair(false, columns, older.get(pair.older()), newer.get(pair.newer())));
            olderEnd = pair.older() + 1;
            newerEnd = pair.newer() + 1;
        }
        addUnpaired(compared, columns, older.subList(olderEnd, older.size()), newer.subList(newerEnd, newer.size()));
        return compared;
    }

    private static void addUnpaired(
            List<Paragraph> compared, List<Anchor> columns, List<List<String>> older, List<List<String>> newer) {
        older.forEach(row -> compared.add(row(columns.stream()
                .map(column -> cell(false, Kind.REMOVED, at(row, column.older())))
                .toList())));
        newer.forEach(row -> compared.add(row(columns.stream()
                .map(column -> cell(false, Kind.ADDED, at(row, column.newer())))
                .toList())));
    }

    private static double alike(List<Anchor> columns, List<String> older, List<String> newer) {
        long paired = columns.stream().filter(TableComparison::isPaired).count();
        long equal = columns.stream()
                .filter(TableComparison::isPaired)
                .filter(column -> isEqual(at(older, column.older()), at(newer, column.newer())))
                .count();
        double words = Likeness.of(String.join(" ", older)).to(Likeness.of(String.join(" ", newer)));
        return paired == 0 ? words : Math.max(words, (double) equal / paired);
    }

    private Paragraph pair(boolean heads, List<Anchor> columns, List<String> older, List<String> newer) {
        List<Cell> compared = new ArrayList<>();
        for (Anchor column : columns) {
            String before = at(older, column.older());
            String after = at(newer, column.newer());
            if (column.older() == NONE) {
                compared.add(cell(heads, Kind.ADDED, after));
            } else if (column.newer() == NONE) {
                compared.add(cell(heads, Kind.REMOVED, before));
            } else if (isEqual(before, after)) {
                compared.add(cell(heads, Kind.UNTOUCHED, after));
            } else {
                compared.add(new Cell(heads, cells.passages(before, after)));
            }
        }
        return row(compared);
    }

    private List<Anchor> columns(List<List<String>> older, List<List<String>> newer) {
        List<String> before = older.get(0).stream().map(Characters::comparable).toList();
        List<String> after = newer.get(0).stream().map(Characters::comparable).toList();
        List<Anchor> columns = new ArrayList<>();
        for (Stretch stretch : differences.of(before, after)) {
            int count = Math.max(stretch.olderEnd() - stretch.olderStart(), stretch.newerEnd() - stretch.newerStart());
            boolean even = stretch.olderEnd() - stretch.olderStart() == stretch.newerEnd() - stretch.newerStart();
            if (even) {
                for (int column = 0; column < count; column++) {
                    columns.add(new Anchor(stretch.olderStart() + column, stretch.newerStart() + column));
                }
            } else {
                columns.addAll(uneven(stretch, older, newer));
            }
        }
        return columns;
    }

    /** Columns that say much the same below their heads are the same. */
    private static List<Anchor> uneven(Stretch stretch, List<List<String>> older, List<List<String>> newer) {
        List<Anchor> columns = new ArrayList<>();
        int olderEnd = stretch.olderStart();
        int newerEnd = stretch.newerStart();
        for (Anchor pair : Likeness.pairs(
                stretch.olderEnd() - stretch.olderStart(),
                stretch.newerEnd() - stretch.newerStart(),
                (first, second) ->
                        column(older, stretch.olderStart() + first).to(column(newer, stretch.newerStart() + second)))) {
            addUnpaired(
                    columns,
                    olderEnd,
                    stretch.olderStart() + pair.older(),
                    newerEnd,
                    stretch.newerStart() + pair.newer());
            olderEnd = stretch.olderStart() + pair.older() + 1;
            newerEnd = stretch.newerStart() + pair.newer() + 1;
            columns.add(new Anchor(olderEnd - 1, newerEnd - 1));
        }
        addUnpaired(columns, olderEnd, stretch.olderEnd(), newerEnd, stretch.newerEnd());
        return columns;
    }

    private static void addUnpaired(List<Anchor> columns, int olderStart, int olderEnd, int newerStart, int newerEnd) {
        for (int column = olderStart; column < olderEnd; column++) {
            columns.add(new Anchor(column, NONE));
        }
        for (int column = newerStart; column < newerEnd; column++) {
            columns.add(new Anchor(NONE, column));
        }
    }

    private static Likeness column(List<List<String>> rows, int column) {
        return Likeness.of(rows.stream().map(row -> at(row, column)).collect(Collectors.joining(" ")));
    }

    private static List<String> keys(List<List<String>> rows, List<Anchor> columns, ToIntFunction<Anchor> side) {
        return rows.stream()
                .map(row -> columns.stream()
                        .filter(TableComparison::isPaired)
                        .map(column -> Characters.comparable(at(row, side.applyAsInt(column))))
                        .collect(Collectors.joining(BORDER)))
                .toList();
    }

    private static boolean isPaired(Anchor column) {
        return column.older() != NONE && column.newer() != NONE;
    }

    private static boolean isEqual(String older, String newer) {
        return Characters.comparable(older).equals(Characters.comparable(newer));
    }

    private static String at(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }

    private static Paragraph row(List<Cell> cells) {
        return new Paragraph(Form.ROW, "", List.of(), cells);
    }

    private static Cell cell(boolean heads, Kind kind, String words) {
        return new Cell(heads, Passages.of(kind, words));
    }
}
