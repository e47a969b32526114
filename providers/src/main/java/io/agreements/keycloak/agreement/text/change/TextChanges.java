package io.agreements.keycloak.agreement.text.change;

import java.util.ArrayList;
import java.util.List;

/**
 * What is different between two texts, article by article.
 *
 * @param preamble what precedes the first article; its heading is null
 * @param articles in the order of the newer text, those that are gone where they stood
 */
public record TextChanges(Article preamble, List<Article> articles) {

    public boolean isEmpty() {
        return preamble.kind() == Kind.UNTOUCHED && untouched().size() == articles.size();
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

    /** What became of an article, or of a few words. */
    public enum Kind {
        UNTOUCHED,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * @param heading in the newer text, where it is there; null for the preamble
     * @param formerHeading in the older text; null if it is the same or there is none
     * @param paragraphs of both texts; empty if untouched
     */
    public record Article(String heading, String formerHeading, Kind kind, List<Paragraph> paragraphs) {}

    /** A paragraph or an item of a list. */
    public record Paragraph(List<Passage> passages) {

        public boolean isUntouched() {
            return passages.stream().allMatch(passage -> passage.kind() == Kind.UNTOUCHED);
        }
    }

    /**
     * A few words in a row.
     *
     * @param kind never {@code CHANGED}: a change is what is gone, followed by what is new
     */
    public record Passage(Kind kind, String words) {}
}
