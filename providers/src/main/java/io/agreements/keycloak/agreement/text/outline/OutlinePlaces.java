package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import java.util.HashMap;
import java.util.Map;
import org.commonmark.node.Node;

/** Where in its text stands what was recognised, and with what it begins. */
public final class OutlinePlaces {

    private static final int BEGINNING = 60;

    private final Map<String, Node> places = new HashMap<>();

    public OutlinePlaces(Outline outline) {
        outline.anchors().forEach((node, anchor) -> places.put(anchor, node));
    }

    /** The line of its heading, from 1. */
    public int line(Outline.Article article) {
        return MarkdownReader.line(places.get(article.anchor()));
    }

    /** The line of its mark, from 1. */
    public int line(AttentionClause clause) {
        return MarkdownReader.line(places.get(clause.anchor()));
    }

    /** The first words of a clause. */
    public String beginning(AttentionClause clause) {
        String words = String.join(" ", PlainWords.of(places.get(clause.anchor())));
        return words.codePointCount(0, words.length()) <= BEGINNING
                ? words
                : words.substring(0, words.offsetByCodePoints(0, BEGINNING)) + "…";
    }
}
