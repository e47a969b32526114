package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Finds the articles of a text: what stands below each second-level heading. */
public final class OutlineReader {

    private static final int ARTICLE_LEVEL = 2;
    private static final int BEGINNING = 60;
    private static final String IMPORTANT = "[!IMPORTANT]";

    private final MarkdownReader reader;

    public OutlineReader() {
        this(ServerClock.INSTANCE);
    }

    /** @param clock tells how long it takes */
    public OutlineReader(InstantSource clock) {
        this.reader = new MarkdownReader(clock);
    }

    /** @throws TextRefusedException if it costs more than there is to spend on a text */
    public Outline read(String markdown) {
        Node document = reader.read(markdown);
        List<Node> preamble = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        List<AttentionClause> clauses = new ArrayList<>();
        List<Node> body = preamble;
        Slugs slugs = new Slugs();
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() == ARTICLE_LEVEL) {
                body = new ArrayList<>();
                String words = String.join(" ", PlainWords.of(heading));
                sections.add(new Section(words, slugs.of(words), body));
            } else {
                body.add(block);
                if (isImportant(block)) {
                    clauses.add(new AttentionClause(
                            sections.isEmpty()
                                    ? ""
                                    : sections.get(sections.size() - 1)
                                            .article()
                                            .name(),
                            "important-" + (clauses.size() + 1),
                            TextDigest.of(String.join("\n", PlainWords.of(block))),
                            beginning(block)));
                }
            }
        }
        return new Outline(
                Optional.empty(),
                preamble,
                sections.stream().map(Section::article).toList(),
                clauses,
                List.of(),
                document);
    }

    private static String beginning(Node clause) {
        String words =
                String.join(" ", PlainWords.of(clause)).replace(IMPORTANT, "").strip();
        return words.codePointCount(0, words.length()) <= BEGINNING
                ? words
                : words.substring(0, words.offsetByCodePoints(0, BEGINNING)) + "…";
    }

    private static boolean isImportant(Node block) {
        return block instanceof BlockQuote
                && block.getFirstChild() instanceof Paragraph paragraph
                && String.join(" ", PlainWords.of(paragraph)).startsWith(IMPORTANT);
    }

    private record Section(String heading, String anchor, List<Node> body) {

        Outline.Article article() {
            return new Outline.Article(heading, HeadingNumber.of(heading), anchor, body);
        }
    }
}
