package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.Anchors.Anchor;
import io.agreements.keycloak.agreement.text.change.Differences.Stretch;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.change.TextChanges.Passage;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import io.agreements.keycloak.agreement.text.change.Words.Piece;
import io.agreements.keycloak.agreement.text.number.HeadingNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares paragraphs: first which of them stayed, then which became which, then word by word. Their numbers as items of a
 * list do not count as words.
 */
final class ParagraphComparison {

    private static final Piece BREAK = new Piece("\n", "\n");

    private final Words words;
    private final Differences differences;
    private final Traits traits;
    private final TableComparison tables;

    ParagraphComparison(Words words, Differences differences, Traits traits) {
        this.words = words;
        this.differences = differences;
        this.traits = traits;
        this.tables = new TableComparison(differences, this::passages);
    }

    /**
     * The paragraphs of both, in order.
     *
     * @param article heading of the newer one
     */
    List<Paragraph> compare(String article, List<Block> older, List<Block> newer) {
        List<Paragraph> compared = new ArrayList<>();
        for (Stretch stretch : differences.of(comparable(older), comparable(newer))) {
            if (stretch.same()) {
                List<Block> before = stretch.older(older);
                List<Block> after = stretch.newer(newer);
                for (int place = 0; place < after.size(); place++) {
                    traits.same(article, before.get(place), after.get(place));
                    String former = before.get(place).marker();
                    whole(Kind.UNTOUCHED, after.get(place))
                            .forEach(paragraph -> compared.add(paragraph.formerly(former)));
                }
            } else {
                compared.addAll(replaced(article, stretch.older(older), stretch.newer(newer)));
            }
        }
        return compared;
    }

    /** The paragraphs of a list all of which became one thing. */
    static List<Paragraph> whole(Kind kind, List<Block> blocks) {
        return blocks.stream().flatMap(block -> whole(kind, block).stream()).toList();
    }

    private static List<Paragraph> whole(Kind kind, Block block) {
        if (block.isTable()) {
            return drawing(block, TableComparison.whole(kind, block.rows()));
        }
        if (block.words().isEmpty() && !(kind == Kind.UNTOUCHED && block.isNumbered())) {
            return List.of();
        }
        return List.of(new Paragraph(
                block.form(),
                block.marker(),
                null,
                Passages.of(kind, block.words()),
                List.of(),
                block.drawsAttention()));
    }

    private static List<Paragraph> drawing(Block table, List<Paragraph> rows) {
        return rows.stream()
                .map(row -> row.drawingAttention(table.drawsAttention()))
                .toList();
    }

    private static List<String> comparable(List<Block> blocks) {
        return blocks.stream().map(Block::comparable).toList();
    }

    private List<Paragraph> replaced(String article, List<Block> older, List<Block> newer) {
        if (older.isEmpty() || newer.isEmpty()) {
            return gone(article, older, newer);
        }
        if (String.join("", comparable(older)).equals(String.join("", comparable(newer)))
                && older.stream().noneMatch(Block::isTable)
                && newer.stream().noneMatch(Block::isTable)) {
            return rewritten(article, older, newer);
        }
        List<Likeness> before = likenesses(older);
        List<Likeness> after = likenesses(newer);
        List<Anchor> pairs = older.size() == 1 && newer.size() == 1
                ? List.of(new Anchor(0, 0))
                : Likeness.pairs(
                        older.size(),
                        newer.size(),
                        (first, second) ->
                                older.get(first).isTable() == newer.get(second).isTable()
                                        ? before.get(first).to(after.get(second))
                                        : 0);
        List<Paragraph> compared = new ArrayList<>();
        int olderEnd = 0;
        int newerEnd = 0;
        for (Anchor pair : pairs) {
            compared.addAll(
                    unlike(article, older.subList(olderEnd, pair.older()), newer.subList(newerEnd, pair.newer())));
            compared.addAll(pair(article, older.get(pair.older()), newer.get(pair.newer())));
            olderEnd = pair.older() + 1;
            newerEnd = pair.newer() + 1;
        }
        compared.addAll(unlike(article, older.subList(olderEnd, older.size()), newer.subList(newerEnd, newer.size())));
        return compared;
    }

    private static List<Likeness> likenesses(List<Block> blocks) {
        return blocks.stream().map(ParagraphComparison::likeness).toList();
    }

    /** A number at its head says little of what a paragraph is. */
    private static Likeness likeness(Block block) {
        String words = HeadingNumber.remove(Struck.without(block.words()));
        return Likeness.of(words.isEmpty() ? block.words() : words);
    }

    private List<Paragraph> pair(String article, Block older, Block newer) {
        if (older.isTable() && newer.isTable()) {
            traits.rewritten(article, List.of(older), List.of(newer));
            List<Paragraph> rows = tables.compare(older.rows(), newer.rows());
            if (rows.stream().allMatch(Paragraph::isUntouched)) {
                traits.add(Trait.STRUCTURE, article, null, newer.words());
            }
            return drawing(newer, rows);
        }
        if (older.isTable() || newer.isTable()) {
            return gone(article, List.of(older), List.of(newer));
        }
        return rewritten(article, List.of(older), List.of(newer));
    }

    /** Paragraphs none of which is much like one of the others, but they may have been taken apart or put together. */
    private List<Paragraph> unlike(String article, List<Block> older, List<Block> newer) {
        boolean oneToOne = older.size() == 1 && newer.size() == 1;
        boolean words =
                older.stream().noneMatch(Block::isTable) && newer.stream().noneMatch(Block::isTable);
        return words && (oneToOne || areAlike(older, newer))
                ? rewritten(article, older, newer)
                : gone(article, older, newer);
    }

    private static boolean areAlike(List<Block> older, List<Block> newer) {
        return !older.isEmpty()
                && !newer.isEmpty()
                && Likeness.of(words(older)).to(Likeness.of(words(newer))) >= Likeness.ENOUGH;
    }

    private static String words(List<Block> blocks) {
        return blocks.stream().map(Block::words).collect(Collectors.joining(" "));
    }

    private List<Paragraph> gone(String article, List<Block> older, List<Block> newer) {
        traits.replaced(article, older, newer);
        List<Paragraph> compared = new ArrayList<>(whole(Kind.REMOVED, older));
        compared.addAll(whole(Kind.ADDED, newer));
        return compared;
    }

    private List<Paragraph> rewritten(String article, List<Block> older, List<Block> newer) {
        traits.rewritten(article, older, newer);
        return reworded(article, pieces(older), pieces(newer)).paragraphs(older, newer);
    }

    /** What came and went between two cells. */
    private List<Passage> passages(String older, String newer) {
        return reworded(null, words.of(older), words.of(newer)).all();
    }

    private Passages reworded(String article, List<Piece> before, List<Piece> after) {
        Passages passages = new Passages();
        for (Stretch stretch : differences.of(compared(before), compared(after))) {
            String deleted = shown(stretch.older(before));
            String inserted = shown(stretch.newer(after));
            if (stretch.same()) {
                traits.kept(article, deleted, inserted);
                passages.keep(inserted);
            } else {
                passages.replace(deleted, inserted);
            }
        }
        return passages;
    }

    private static List<String> compared(List<Piece> pieces) {
        return pieces.stream().map(Piece::compared).toList();
    }

    private static String shown(List<Piece> pieces) {
        return pieces.stream().map(Piece::shown).collect(Collectors.joining());
    }

    private List<Piece> pieces(List<Block> blocks) {
        List<Piece> pieces = new ArrayList<>();
        for (Block block : blocks) {
            pieces.addAll(words.of(block.words()));
            pieces.add(BREAK);
        }
        return pieces;
    }
}
