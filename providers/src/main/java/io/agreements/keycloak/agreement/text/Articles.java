package io.agreements.keycloak.agreement.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** The articles of a text: what stands below each second-level heading. */
public final class Articles {

    private static final int ARTICLE_LEVEL = 2;

    private final Parser parser =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.NONE).build();
    private final TextContentRenderer words = TextContentRenderer.builder().build();

    /** The articles in order, each with its heading and its words without markup. What precedes the first is left out. */
    public List<Article> of(String markdown) {
        return split(markdown).articles();
    }

    /** Which articles of the newer text are new or not as they were in the older one, and which are gone. */
    public ArticleChanges changes(String older, String newer) {
        Sections before = split(older);
        Sections after = split(newer);
        Map<String, String> oldBodies = before.bodies();
        Map<String, String> newBodies = after.bodies();
        return new ArticleChanges(
                !comparable(before.preamble()).equals(comparable(after.preamble())),
                headings(
                        newBodies,
                        heading -> oldBodies.containsKey(heading)
                                && !comparable(oldBodies.get(heading)).equals(comparable(newBodies.get(heading)))),
                headings(newBodies, heading -> !oldBodies.containsKey(heading)),
                headings(oldBodies, heading -> !newBodies.containsKey(heading)));
    }

    private Sections split(String markdown) {
        List<Article> articles = new ArrayList<>();
        StringBuilder preamble = new StringBuilder();
        StringBuilder body = preamble;
        String heading = null;
        for (Node block = parser.parse(markdown).getFirstChild(); block != null; ) {
            Node next = block.getNext();
            if (block instanceof Heading found && found.getLevel() == ARTICLE_LEVEL) {
                if (heading != null) {
                    articles.add(new Article(heading, body.toString()));
                }
                heading = render(found);
                body = new StringBuilder();
            } else {
                body.append(render(block)).append('\n');
            }
            block = next;
        }
        if (heading != null) {
            articles.add(new Article(heading, body.toString()));
        }
        return new Sections(preamble.toString(), articles);
    }

    private static List<String> headings(Map<String, String> bodies, Predicate<String> condition) {
        return bodies.keySet().stream().filter(condition).toList();
    }

    /** Lines that were broken elsewhere say nothing else. */
    private static String comparable(String words) {
        return words.replaceAll("\\s+", "");
    }

    private String render(Node node) {
        Document detached = new Document();
        detached.appendChild(node);
        return words.render(detached).strip();
    }

    public record Article(String heading, String body) {}

    /**
     * Headings of articles, each list in the order of its text.
     *
     * @param preamble whether what precedes the first article is another one
     */
    public record ArticleChanges(boolean preamble, List<String> changed, List<String> added, List<String> removed) {

        public boolean isEmpty() {
            return !preamble && changed.isEmpty() && added.isEmpty() && removed.isEmpty();
        }
    }

    private record Sections(String preamble, List<Article> articles) {

        Map<String, String> bodies() {
            Map<String, String> bodies = new LinkedHashMap<>();
            articles.forEach(article -> bodies.merge(article.heading(), article.body(), String::concat));
            return bodies;
        }
    }
}
