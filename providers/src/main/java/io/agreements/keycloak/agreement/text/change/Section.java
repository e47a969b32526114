package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.markdown.Alert;
import io.agreements.keycloak.agreement.text.number.HeadingNumber;
import io.agreements.keycloak.agreement.text.outline.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * An article, or what precedes the first.
 *
 * @param heading as it is written; null of what precedes the first
 * @param head the heading as it looks; empty if it looks like nothing of its own
 * @param blocks what stands below the heading
 * @param comparable the heading as it is compared
 * @param number of the heading, as it is compared; empty if it has none
 * @param title the heading as it is compared, without its number
 * @param body what stands below it as it is compared
 */
record Section(
        String heading,
        List<Block> head,
        List<Block> blocks,
        String comparable,
        String number,
        String title,
        String body) {

    /** What precedes the first article, and the articles. */
    static List<Section> of(Outline outline) {
        List<Section> sections = new ArrayList<>();
        List<List<Node>> bodies = bodies(outline);
        sections.add(of(null, List.of(), BlockReader.of(bodies.get(0))));
        List<Node> heads = heads(outline);
        List<Outline.Article> articles = outline.articles();
        for (int place = 0; place < articles.size(); place++) {
            Outline.Article article = articles.get(place);
            List<Node> head = heads.size() == articles.size() ? List.of(heads.get(place)) : List.of();
            sections.add(of(article.heading(), BlockReader.of(head), BlockReader.of(bodies.get(place + 1))));
        }
        return sections;
    }

    /** The headings of a chapter go with its first article: they are no words of the one before. */
    private static List<List<Node>> bodies(Outline outline) {
        List<List<Node>> bodies = new ArrayList<>();
        bodies.add(new ArrayList<>(outline.preamble()));
        outline.articles().forEach(article -> bodies.add(new ArrayList<>(article.body())));
        Node title = outline.document().getFirstChild();
        for (int place = 0; place + 1 < bodies.size(); place++) {
            List<Node> body = bodies.get(place);
            while (!body.isEmpty()
                    && body.get(body.size() - 1) instanceof Heading heading
                    && heading.getLevel() == 1
                    && heading != title) {
                body.remove(body.size() - 1);
                bodies.get(place + 1).add(0, heading);
            }
        }
        return bodies;
    }

    /** That of a text that is not read, but shown as it is written: line by line. */
    static List<Section> unread(String markdown) {
        return List.of(of(
                null,
                List.of(),
                markdown.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(Block::ofWords)
                        .toList()));
    }

    static Section of(String heading, List<Block> head, List<Block> blocks) {
        return new Section(
                heading,
                head,
                blocks,
                heading == null ? "" : Characters.comparable(heading),
                heading == null
                        ? ""
                        : HeadingNumber.of(heading).map(Characters::comparable).orElse(""),
                heading == null ? "" : Characters.comparable(HeadingNumber.remove(heading)),
                blocks.stream().map(Block::comparable).collect(Collectors.joining()));
    }

    /** The same with other words below its heading. */
    Section with(List<Block> other) {
        return of(heading, head, other);
    }

    /** What stands below its heading. */
    String words() {
        return blocks.stream().map(Block::words).collect(Collectors.joining(" "));
    }

    /** What stands in the document and neither before nor below a heading is one. */
    private static List<Node> heads(Outline outline) {
        Set<Node> others = Collections.newSetFromMap(new IdentityHashMap<>());
        others.addAll(outline.preamble());
        outline.articles().forEach(article -> others.addAll(article.body()));
        List<Node> heads = new ArrayList<>();
        addHeads(heads, outline.document(), others);
        return heads;
    }

    private static void addHeads(List<Node> heads, Node parent, Set<Node> others) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading && !others.contains(node)) {
                heads.add(node);
            } else if (node instanceof Alert && !others.contains(node)) {
                addHeads(heads, node, others);
            }
        }
    }
}
