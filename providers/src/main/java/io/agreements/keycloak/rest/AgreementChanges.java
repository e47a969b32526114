package io.agreements.keycloak.rest;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.language.Direction;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.change.TextChanges.Aspect;
import io.agreements.keycloak.agreement.text.change.TextChanges.Form;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import io.agreements.keycloak.page.ChangesView;
import java.util.List;
import java.util.Set;

/**
 * What changed between two versions as JSON.
 *
 * @param locale of the texts compared
 * @param direction in which they are written, by their language
 * @param from number of the older version
 * @param to number of the newer version
 * @param summaries the author's words for each version on the way, the newer one included
 * @param preamble what precedes the first article; left out if there is no language both versions are in
 * @param articles in the order of the newer text, those that are gone where they stood; left out likewise
 * @param differences what is different although the words are the same; left out likewise
 * @param moreDifferences how many there are besides that are not listed; left out likewise
 */
public record AgreementChanges(
        String key,
        String bindingLocale,
        String locale,
        Direction direction,
        int from,
        int to,
        List<Summary> summaries,
        Article preamble,
        List<Article> articles,
        List<Difference> differences,
        Integer moreDifferences) {

    public static AgreementChanges of(Agreement agreement, ChangesView view) {
        TextChanges texts = view.texts();
        return new AgreementChanges(
                agreement.key(),
                agreement.bindingLocale(),
                view.locale(),
                view.language().direction(),
                view.older().number(),
                view.newer().number(),
                view.summaries().stream()
                        .map(summary -> new Summary(summary.number(), summary.words()))
                        .toList(),
                texts == null ? null : Article.of(texts.preamble()),
                texts == null
                        ? null
                        : texts.articles().stream().map(Article::of).toList(),
                texts == null
                        ? null
                        : texts.differences().stream().map(Difference::of).toList(),
                texts == null ? null : texts.moreDifferences());
    }

    /**
     * @param version its number
     * @param summary left out if the author gave none in this locale
     */
    public record Summary(int version, String summary) {}

    /**
     * @param heading left out for the preamble, and for an article whose heading is gone while its words are not
     * @param formerHeading left out if it is the same or there is none
     * @param aspects what of it is not as it was; empty if it is untouched, new or gone
     * @param paragraphs of both texts; empty if no word below the heading is another
     */
    public record Article(
            String heading, String formerHeading, Kind kind, Set<Aspect> aspects, List<Paragraph> paragraphs) {

        private static Article of(TextChanges.Article article) {
            return new Article(
                    article.heading(),
                    article.formerHeading(),
                    article.kind(),
                    article.aspects(),
                    article.isReworded()
                            ? article.paragraphs().stream().map(Paragraph::of).toList()
                            : List.of());
        }
    }

    /**
     * A paragraph, an item of a list, a lower heading or a row of a table.
     *
     * @param marker number or bullet of an item; empty if there is none
     * @param formerMarker in the older text; left out if it is the same
     * @param passages its words; empty of a row
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

        private static Paragraph of(TextChanges.Paragraph paragraph) {
            return new Paragraph(
                    paragraph.form(),
                    paragraph.marker(),
                    paragraph.formerMarker(),
                    Passage.of(paragraph.passages()),
                    paragraph.cells().stream()
                            .map(cell -> new Cell(cell.heads(), Passage.of(cell.passages())))
                            .toList(),
                    paragraph.attention());
        }
    }

    /** @param heads whether it heads a column */
    public record Cell(boolean heads, List<Passage> passages) {}

    /**
     * @param kind {@code UNTOUCHED}, {@code ADDED} or {@code REMOVED}
     * @param struck true if the text itself strikes the words out; left out otherwise
     */
    public record Passage(Kind kind, String words, Boolean struck) {

        private static List<Passage> of(List<TextChanges.Passage> passages) {
            return passages.stream()
                    .map(passage -> new Passage(passage.kind(), passage.words(), passage.struck() ? true : null))
                    .toList();
        }
    }

    /**
     * Something different although the words are the same.
     *
     * @param trait what it is
     * @param article heading of the article it is in; left out before the first article, or if it is all over the text
     * @param before what was there; left out if that says nothing
     * @param after what is there now, or the beginning of the paragraph it is in; left out if that says nothing
     */
    public record Difference(Trait trait, String article, String before, String after) {

        private static Difference of(TextChanges.Difference difference) {
            return new Difference(difference.trait(), difference.article(), difference.before(), difference.after());
        }
    }
}
