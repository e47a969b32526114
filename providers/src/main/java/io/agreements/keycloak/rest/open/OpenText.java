package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.language.Direction;
import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.agreement.text.html.RenderedText;
import io.agreements.keycloak.agreement.text.html.RenderedText.ArticleLink;
import io.agreements.keycloak.agreement.text.html.Surroundings;
import io.agreements.keycloak.agreement.text.outline.AttentionClause;
import java.util.List;

/**
 * A text as JSON. Content, HTML and clauses are there only where a single version is asked for.
 *
 * @param direction in which title, summary and text are written, by their language
 * @param summary the author's words on what changed; left out if there are none
 * @param digest SHA-256 of the Markdown's bytes in UTF-8, hexadecimal
 * @param content the Markdown
 * @param html the same as pages show it: what the author wrote in HTML is escaped, links lead to https, http, mailto, tel and # only
 * @param attention the clauses its author draws attention to, in order; left out if there are none
 * @param articles in order, each with its heading and the id of that in the HTML; left out if there are none
 */
public record OpenText(
        String locale,
        Direction direction,
        String title,
        String summary,
        String digest,
        String content,
        String html,
        List<Clause> attention,
        List<ArticleLink> articles) {

    /**
     * @param article number of the article it stands in, or its heading where it has none; empty before the first article
     * @param digest SHA-256 of its words, hexadecimal, as records of decisions name it
     * @param anchor its id in the HTML
     */
    public record Clause(String article, String digest, String anchor) {

        static Clause of(AttentionClause clause, Surroundings surroundings) {
            return new Clause(clause.article(), clause.digest(), surroundings.id(clause.anchor()));
        }
    }

    /** One of a list. */
    static OpenText of(Text text) {
        return of(text, null, new RenderedText(null, List.of()), List.of());
    }

    static OpenText of(Text text, String content, RenderedText rendered, List<Clause> clauses) {
        return new OpenText(
                text.locale(),
                new Language(text.locale()).direction(),
                text.title(),
                text.summary(),
                text.digest(),
                content,
                rendered.html(),
                clauses.isEmpty() ? null : clauses,
                rendered.contents().isEmpty() ? null : rendered.contents());
    }
}
