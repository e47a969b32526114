package io.agreements.keycloak.agreement.text;

import io.agreements.keycloak.ServerClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** The articles of a text: what stands below each second-level heading. */
public final class Articles {

    private static final int ARTICLE_LEVEL = 2;

    private final MarkdownReader reader = new MarkdownReader(ServerClock.INSTANCE);

    /**
     * The articles in order, each with its heading and its words without markup. What precedes the first is left out.
     *
     * @throws TextRefusedException if it costs more than there is to spend on a text
     */
    public List<Article> of(String markdown) {
        return split(markdown).articles();
    }

    /**
     * What is different between two texts.
     *
     * @param locale of both; says where words begin and end
     * @throws TextRefusedException if one of them costs more than there is to spend on a text
     */
    public TextChanges changes(String older, String newer, Locale locale) {
        return new TextComparison(locale).compare(split(older), split(newer));
    }

    /** The same for texts that are not read, but shown as they are written: line by line. */
    public static TextChanges changesUnread(String older, String newer, Locale locale) {
        return new TextComparison(locale).compare(unread(older), unread(newer));
    }

    private static Sections unread(String markdown) {
        return new Sections(
                markdown.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                List.of());
    }

    private Sections split(String markdown) {
        List<String> preamble = new ArrayList<>();
        List<Article> articles = new ArrayList<>();
        List<String> paragraphs = preamble;
        for (Node block = reader.read(markdown).getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() == ARTICLE_LEVEL) {
                paragraphs = new ArrayList<>();
                articles.add(new Article(String.join(" ", PlainWords.of(heading)), paragraphs));
            } else {
                paragraphs.addAll(PlainWords.of(block));
            }
        }
        return new Sections(preamble, articles);
    }

    /**
     * @param heading without its markup
     * @param paragraphs the words below it, a paragraph, an item of a list or a lower heading each
     */
    public record Article(String heading, List<String> paragraphs) {}

    /** @param preamble what precedes the first article */
    record Sections(List<String> preamble, List<Article> articles) {

        /** What stands below each heading; articles of one heading together. */
        Map<String, List<String>> byHeading() {
            Map<String, List<String>> bodies = new LinkedHashMap<>();
            articles.forEach(article -> bodies.computeIfAbsent(article.heading(), heading -> new ArrayList<>())
                    .addAll(article.paragraphs()));
            return bodies;
        }
    }
}
