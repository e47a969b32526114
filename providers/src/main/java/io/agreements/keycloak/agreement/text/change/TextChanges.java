package io.agreements.keycloak.agreement.text.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is different between two texts, article by article.
 *
 * @param preamble what precedes the first article, or all of a text without articles; its heading is null
 * @param articles in the order of the newer text, those that are gone where they stood
 * @param differences what is different although the words are the same; of two texts that are not equal to the byte, and
 *     say the same words in the same order, there is at least one
 * @param moreDifferences how many there are besides: nobody reads more of them than these
 */
public record TextChanges(Article preamble, List<Article> articles, List<Difference> differences, int moreDifferences) {

    public TextChanges(Article preamble, List<Article> articles, List<Difference> differences) {
        this(preamble, articles, differences, 0);
    }

    /** Whether nothing at all is different. */
    public boolean isEmpty() {
        return differences.isEmpty() && touched().isEmpty();
    }

    /** The same of texts that are not equal to the byte, though they may be when read. */
    public TextChanges ofDifferentBytes() {
        return isEmpty()
                ? new TextChanges(preamble, articles, List.of(new Difference(Trait.MARKUP, null, null, null)))
                : this;
    }

    /** Whether attention is drawn to words of both texts in only one of them. */
    public boolean weighsOtherwise() {
        return differences.stream().anyMatch(difference -> difference.trait().isOfAttention());
    }

    /** Whatever is not as it was, the preamble first. */
    public List<Article> touched() {
        List<Article> touched = new ArrayList<>();
        if (preamble.kind() != Kind.UNTOUCHED) {
            touched.add(preamble);
        }
        articles.stream().filter(article -> article.kind() != Kind.UNTOUCHED).forEach(touched::add);
        return touched;
    }

    /** The articles that say what they said. */
    public List<Article> untouched() {
        return articles.stream()
                .filter(article -> article.kind() == Kind.UNTOUCHED)
                .toList();
    }

    /** The preamble, if it says or said anything, and all articles. */
    public List<Article> all() {
        List<Article> all = new ArrayList<>();
        if (!preamble.paragraphs().isEmpty()) {
            all.add(preamble);
        }
        all.addAll(articles);
        return all;
    }

    /** What became of an article, or of a few words. */
    public enum Kind {
        UNTOUCHED,
        CHANGED,
        ADDED,
        REMOVED
    }

    /** What of an article is not as it was. */
    public enum Aspect {
        /** It had none. */
        HEADING_ADDED,
        /** It has none any more. */
        HEADING_REMOVED,
        /** It is called something else. */
        HEADING,
        /** Its heading has another number. */
        NUMBER,
        /** It stands elsewhere among the others. */
        ORDER,
        /** What stands below the heading. */
        WORDS
    }

    /** What can be different although the words are the same. */
    public enum Trait {
        /** Blanks between words, of whatever kind. */
        BLANKS,
        /** A blank within what was one word or number, or none where there was one. */
        BLANKS_IN_WORDS,
        /** Characters in full or half width. */
        WIDTH,
        /** Characters no page shows, or one character stored in two ways. */
        INVISIBLE,
        /** Attention is drawn to these words now. */
        ATTENTION_ADDED,
        /** It is not any more. */
        ATTENTION_REMOVED,
        /** Bold, italic, struck out. */
        EMPHASIS,
        /** Paragraphs, lists in each other, levels of headings. */
        STRUCTURE,
        /** Numbers of the items of a list. */
        NUMBERING,
        /** Where links lead. */
        LINKS,
        /** Where pictures are. */
        PICTURES,
        /** The way the text is written down; pages show both alike. */
        MARKUP,
        /** What has none of these names. */
        OTHER;

        /** Whether it is told by the place it is in, and not by what was there and what is. */
        public boolean isPlace() {
            return this == BLANKS || this == EMPHASIS || this == STRUCTURE || isOfAttention();
        }

        boolean isOfAttention() {
            return this == ATTENTION_ADDED || this == ATTENTION_REMOVED;
        }
    }

    /**
     * @param heading in the newer text, where it is there; of one whose heading is gone, its words if they are still
     *     there, or null; null for the preamble
     * @param formerHeading in the older text; null if it is the same or there is none; of one whose heading is new, its
     *     words if they were there before
     * @param aspects what of it is not as it was; empty if it is untouched, new or gone
     * @param paragraphs of both texts
     */
    public record Article(
            String heading, String formerHeading, Kind kind, Set<Aspect> aspects, List<Paragraph> paragraphs) {

        /** Whether it is what precedes the first article. */
        public boolean isPreamble() {
            return heading == null && formerHeading == null;
        }

        /** Its paragraphs, the rows of a table in a row together. */
        public List<List<Paragraph>> parts() {
            List<List<Paragraph>> parts = new ArrayList<>();
            boolean inTable = false;
            for (Paragraph paragraph : paragraphs) {
                if (!paragraph.isRow()
                        || !inTable
                        || parts.get(parts.size() - 1).get(0).attention != paragraph.attention) {
                    parts.add(new ArrayList<>());
                }
                parts.get(parts.size() - 1).add(paragraph);
                inTable = paragraph.isRow();
            }
            return parts;
        }

        /** Whether there is no other heading it had. */
        public boolean keepsHeading() {
            return formerHeading == null
                    || aspects.contains(Aspect.HEADING_ADDED)
                    || aspects.contains(Aspect.HEADING_REMOVED);
        }

        /** Whether words came or went below its heading. */
        public boolean isReworded() {
            return kind == Kind.ADDED || kind == Kind.REMOVED || aspects.contains(Aspect.WORDS);
        }
    }

    /** What a paragraph looks like. */
    public enum Form {
        TEXT,
        ITEM,
        HEADING,
        ROW
    }

    /**
     * A paragraph, an item of a list, a lower heading or a row of a table.
     *
     * @param marker number or bullet of an item; empty if there is none
     * @param formerMarker in the older text; null if it is the same, or the paragraph was not there
     * @param passages its words; none of a row
     * @param cells of a row
     * @param attention whether it stands in what its author draws attention to
     */
    public record Paragraph(
            Form form,
            String marker,
            String formerMarker,
            List<Passage> passages,
            List<Cell> cells,
            boolean attention) {

        public Paragraph(Form form, String marker, List<Passage> passages, List<Cell> cells) {
            this(form, marker, null, passages, cells, false);
        }

        Paragraph drawingAttention(boolean draws) {
            return new Paragraph(form, marker, formerMarker, passages, cells, draws);
        }

        /** The same with the marker it had. */
        Paragraph formerly(String former) {
            return new Paragraph(form, marker, former.equals(marker) ? null : former, passages, cells, attention);
        }

        public boolean isUntouched() {
            return passages.stream().allMatch(Passage::isUntouched)
                    && cells.stream().allMatch(cell -> cell.passages().stream().allMatch(Passage::isUntouched));
        }

        public boolean isRow() {
            return form == Form.ROW;
        }

        /** The words of all cells, or its own. */
        List<Passage> allPassages() {
            return isRow()
                    ? cells.stream().flatMap(cell -> cell.passages().stream()).toList()
                    : passages;
        }
    }

    /** @param heads whether it heads a column */
    public record Cell(boolean heads, List<Passage> passages) {}

    /**
     * A few words in a row.
     *
     * @param kind never {@code CHANGED}: a change is what is gone, followed by what is new
     * @param struck whether the words are struck out, in the text they stand in
     */
    public record Passage(
            Kind kind,
            String words,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean struck) {

        public Passage(Kind kind, String words) {
            this(kind, words, false);
        }

        boolean isUntouched() {
            return kind == Kind.UNTOUCHED;
        }
    }

    /**
     * Something different although the words are the same.
     *
     * @param article heading of the article it is in; null before the first article, or if it is all over the text
     * @param before what was there; null if that says nothing
     * @param after what is there now, or the beginning of the paragraph it is in; null if that says nothing
     */
    public record Difference(Trait trait, String article, String before, String after) {}
}
