package io.agreements.keycloak.agreement.text.outline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.node.Node;

/**
 * How a text is built.
 *
 * @param title what it calls itself
 * @param preamble what precedes the first article
 * @param articles in order
 * @param attentionClauses in order
 * @param remarks what its author is told, in the order of lines
 * @param document all of it
 * @param anchors ids of places in it: headings, alerts, footnotes and what refers to them
 */
public record Outline(
        Optional<String> title,
        List<Node> preamble,
        List<Article> articles,
        List<AttentionClause> attentionClauses,
        List<Remark> remarks,
        Node document,
        Map<Node, String> anchors) {

    public Outline {
        preamble = List.copyOf(preamble);
        articles = List.copyOf(articles);
        attentionClauses = List.copyOf(attentionClauses);
        remarks = List.copyOf(remarks);
    }

    /**
     * @param heading its words without markup, as they are written
     * @param number as it is written in the heading
     * @param anchor id of the heading in pages
     * @param body what stands below the heading
     */
    public record Article(String heading, Optional<String> number, String anchor, List<Node> body) {

        public Article {
            body = List.copyOf(body);
        }

        /** What the article is called in a few words. */
        public String name() {
            return number.orElse(heading);
        }
    }
}
