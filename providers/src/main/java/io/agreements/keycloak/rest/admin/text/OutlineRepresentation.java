package io.agreements.keycloak.rest.admin.text;

import io.agreements.keycloak.agreement.text.outline.AttentionClause;
import io.agreements.keycloak.agreement.text.outline.Finding;
import io.agreements.keycloak.agreement.text.outline.Outline;
import io.agreements.keycloak.agreement.text.outline.OutlinePlaces;
import io.agreements.keycloak.agreement.text.outline.Remark;
import java.util.List;

/**
 * What was recognised in a text.
 *
 * @param title what it calls itself; left out if it does not
 * @param articles in order
 * @param attentionClauses in order
 * @param remarks what its author is told, in the order of lines
 */
public record OutlineRepresentation(
        String title,
        List<ArticleRepresentation> articles,
        List<ClauseRepresentation> attentionClauses,
        List<RemarkRepresentation> remarks) {

    public static OutlineRepresentation of(Outline outline) {
        OutlinePlaces places = new OutlinePlaces(outline);
        return new OutlineRepresentation(
                outline.title().orElse(null),
                outline.articles().stream()
                        .map(article -> ArticleRepresentation.of(article, places))
                        .toList(),
                outline.attentionClauses().stream()
                        .map(clause -> ClauseRepresentation.of(clause, places))
                        .toList(),
                outline.remarks().stream().map(RemarkRepresentation::of).toList());
    }

    /**
     * @param number as it is written in the heading; left out if there is none
     * @param heading as it is written, with its number
     * @param line of the text, from 1
     */
    public record ArticleRepresentation(String number, String heading, int line) {

        static ArticleRepresentation of(Outline.Article article, OutlinePlaces places) {
            return new ArticleRepresentation(article.number().orElse(null), article.heading(), places.line(article));
        }
    }

    /**
     * A clause that readers are to take note of in particular.
     *
     * @param article number or heading of the article it stands in; empty before the first
     * @param beginning its first words
     * @param line of the text, from 1
     */
    public record ClauseRepresentation(String article, String beginning, int line) {

        static ClauseRepresentation of(AttentionClause clause, OutlinePlaces places) {
            return new ClauseRepresentation(clause.article(), places.beginning(clause), places.line(clause));
        }
    }

    /**
     * @param finding what kind of thing it is
     * @param line of the text, from 1
     * @param detail what stands there, or so much of it as tells it; left out if the kind says all
     * @param found what stands there, in English words
     * @param advice what to do about it, in English words
     * @param refused whether the text cannot be kept with it
     */
    public record RemarkRepresentation(
            Finding finding, int line, String detail, String found, String advice, boolean refused) {

        static RemarkRepresentation of(Remark remark) {
            return new RemarkRepresentation(
                    remark.finding(),
                    remark.line(),
                    remark.detail(),
                    remark.found(),
                    remark.advice(),
                    remark.refused());
        }
    }
}
