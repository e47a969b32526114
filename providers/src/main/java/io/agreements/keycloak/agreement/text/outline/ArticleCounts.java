package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.outline.Outline.Article;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A version says the same in all its languages: at least it has as many articles in each. */
public final class ArticleCounts {

    private static final int MOST_NAMES = 20;
    private static final int LONGEST_NAME = 40;
    private static final OutlineReader READER = new OutlineReader();

    private ArticleCounts() {}

    /** @return how many articles the Markdown has */
    public static int of(String markdown) {
        return READER.read(markdown).articles().size();
    }

    /**
     * @param contents Markdown in UTF-8 by locale
     * @return the number in each locale, in words; empty if they are equal
     */
    public static Optional<String> difference(Map<String, byte[]> contents) {
        Map<String, List<Article>> articles = new TreeMap<>();
        contents.forEach((locale, content) ->
                articles.put(locale, READER.read(TextBytes.decode(content)).articles()));
        if (articles.values().stream().map(List::size).distinct().count() <= 1) {
            return Optional.empty();
        }
        return Optional.of(articles.entrySet().stream()
                .map(entry -> entry.getKey() + " has " + inWords(entry.getValue()))
                .collect(Collectors.joining("; ")));
    }

    /** Which they are, so that the author sees what was taken for one. */
    private static String inWords(List<Article> articles) {
        if (articles.isEmpty()) {
            return "0";
        }
        String names =
                articles.stream().limit(MOST_NAMES).map(ArticleCounts::name).collect(Collectors.joining(", "));
        return articles.size() + " (" + names + (articles.size() > MOST_NAMES ? ", …" : "") + ")";
    }

    private static String name(Article article) {
        String heading = article.heading();
        return heading.length() <= LONGEST_NAME ? heading : heading.substring(0, LONGEST_NAME) + "…";
    }
}
