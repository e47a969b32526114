package io.agreements.keycloak.agreement.text.html;

import java.util.List;

/**
 * A text as HTML that is safe to put into a page.
 *
 * @param html the text
 * @param contents leads to its articles, in order
 */
public record RenderedText(String html, List<ArticleLink> contents) {

    public RenderedText {
        contents = List.copyOf(contents);
    }

    /**
     * @param heading words of the heading, as plain text
     * @param anchor id of the heading in the HTML
     */
    public record ArticleLink(String heading, String anchor) {}
}
