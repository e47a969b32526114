package io.agreements.keycloak.agreement.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Block;
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
        List<Article> articles = new ArrayList<>();
        String heading = null;
        StringBuilder body = new StringBuilder();
        for (Node block = parser.parse(markdown).getFirstChild(); block != null; ) {
            Node next = block.getNext();
            if (block instanceof Heading h && h.getLevel() <= ARTICLE_LEVEL) {
                if (heading != null) {
                    articles.add(new Article(heading, body.toString()));
                }
                heading = h.getLevel() == ARTICLE_LEVEL ? render(h) : null;
                body.setLength(0);
            } else {
                body.append(render((Block) block)).append('\n');
            }
            block = next;
        }
        if (heading != null) {
            articles.add(new Article(heading, body.toString()));
        }
        return articles;
    }

    /** Which articles of the newer text are new or not as they were in the older one, and which are gone. */
    public ArticleChanges changes(String older, String newer) {
        Map<String, String> before = byHeading(of(older));
        Map<String, String> after = byHeading(of(newer));
        List<String> added = after.keySet().stream()
                .filter(heading -> !before.containsKey(heading))
                .toList();
        List<String> removed = before.keySet().stream()
                .filter(heading -> !after.containsKey(heading))
                .toList();
        List<String> changed = after.keySet().stream()
                .filter(heading ->
                        before.containsKey(heading) && !before.get(heading).equals(after.get(heading)))
                .toList();
        return new ArticleChanges(changed, added, removed);
    }

    private String render(Node node) {
        Document detached = new Document();
        detached.appendChild(node);
        return words.render(detached).strip();
    }

    private static Map<String, String> byHeading(List<Article> articles) {
        Map<String, String> bodies = new LinkedHashMap<>();
        articles.forEach(article -> bodies.merge(article.heading(), article.body(), (first, second) -> first + second));
        return bodies;
    }

    public record Article(String heading, String body) {}

    /** Headings of articles, each list in the order of its text. */
    public record ArticleChanges(List<String> changed, List<String> added, List<String> removed) {

        public boolean isEmpty() {
            return changed.isEmpty() && added.isEmpty() && removed.isEmpty();
        }
    }
}
