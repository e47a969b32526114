package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import io.agreements.keycloak.agreement.text.outline.Outline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;

/** @param preamble what precedes the first article */
record Sections(List<String> preamble, List<Article> articles) {

    static Sections of(Outline outline) {
        return new Sections(
                words(outline.preamble()),
                outline.articles().stream()
                        .map(article -> new Article(article.heading(), words(article.body())))
                        .toList());
    }

    /** Those of a text that is not read, but shown as it is written: line by line. */
    static Sections unread(String markdown) {
        return new Sections(
                markdown.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                List.of());
    }

    private static List<String> words(List<Node> blocks) {
        return blocks.stream().flatMap(block -> PlainWords.of(block).stream()).toList();
    }

    /** What stands below each heading; articles of one heading together. */
    Map<String, List<String>> byHeading() {
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        articles.forEach(article -> bodies.computeIfAbsent(article.heading(), heading -> new ArrayList<>())
                .addAll(article.paragraphs()));
        return bodies;
    }

    /**
     * @param heading without its markup
     * @param paragraphs the words below it, a paragraph, an item of a list or a lower heading each
     */
    record Article(String heading, List<String> paragraphs) {}
}
