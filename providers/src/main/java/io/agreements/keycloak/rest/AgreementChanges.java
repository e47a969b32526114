package io.agreements.keycloak.rest;

import io.agreements.keycloak.agreement.Agreement;
import io.agreements.keycloak.agreement.language.Direction;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.page.ChangesView;
import java.util.List;

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
        List<Article> articles) {

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
                        : texts.articles().stream().map(Article::of).toList());
    }

    /**
     * @param version its number
     * @param summary left out if the author gave none in this locale
     */
    public record Summary(int version, String summary) {}

    /**
     * @param heading left out for the preamble
     * @param formerHeading left out if it is the same or there is none
     * @param paragraphs of both texts; empty if no word below the heading is another
     */
    public record Article(String heading, String formerHeading, Kind kind, List<Paragraph> paragraphs) {

        private static Article of(TextChanges.Article article) {
            return new Article(
                    article.heading(),
                    article.formerHeading(),
                    article.kind(),
                    article.paragraphs().stream().map(Paragraph::of).toList());
        }
    }

    /** A paragraph or an item of a list. */
    public record Paragraph(List<Passage> passages) {

        private static Paragraph of(TextChanges.Paragraph paragraph) {
            return new Paragraph(paragraph.passages().stream()
                    .map(passage -> new Passage(passage.kind(), passage.words()))
                    .toList());
        }
    }

    /** @param kind {@code UNTOUCHED}, {@code ADDED} or {@code REMOVED} */
    public record Passage(Kind kind, String words) {}
}
