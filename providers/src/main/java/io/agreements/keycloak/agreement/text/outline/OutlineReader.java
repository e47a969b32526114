package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.agreement.text.TextDigest;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.markdown.Alert;
import io.agreements.keycloak.agreement.text.markdown.EastAsianLines;
import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import io.agreements.keycloak.agreement.text.markdown.ReadMarkdown;
import io.agreements.keycloak.agreement.text.number.ArticleRank;
import io.agreements.keycloak.agreement.text.number.HeadingNumber;
import io.agreements.keycloak.agreement.text.number.NumberSequence;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** Finds out how a text is built. */
public final class OutlineReader {

    /** Of more the author is not told. */
    private static final int MOST_OUT_OF_ORDER = 20;

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
        List<Remark> remarks = new ArrayList<>(Slips.ofFile(markdown));
        FrontMatter frontMatter = FrontMatter.of(markdown);
        ReadMarkdown read = reader.read(frontMatter.rest());
        Node document = read.document();
        if (remarks.stream().noneMatch(Remark::refused)) {
            remarks.addAll(Slips.of(document));
        }
        remarks.addAll(Slips.ofCharacters(markdown));
        List<Heading> headings = new ArticleFinder(document).find();
        EastAsianLines.join(document);
        remarks.addAll(order(headings));
        Anchors anchors = Anchors.of(document);
        remarks.addAll(new InnerLinks(anchors).settle(document));
        read.lost().stream().map(InnerLinks::remark).forEach(remarks::add);
        Optional<String> title = title(document);
        FrontLines.of(frontMatter, title.orElse("")).ifPresent(lines -> {
            document.prependChild(lines);
            remarks.add(frontMatter.remark());
        });
        return outline(document, frontMatter.title().or(() -> title), headings, anchors, remarks);
    }

    /** Which articles do not follow those before them. */
    private static List<Remark> order(List<Heading> headings) {
        NumberSequence sequence = new NumberSequence();
        return headings.stream()
                .flatMap(heading -> HeadingNumber.of(ArticleFinder.words(heading))
                        .filter(number -> !sequence.take(number))
                        .map(number -> Finding.ARTICLE_ORDER.at(MarkdownReader.line(heading), number))
                        .stream())
                .limit(MOST_OUT_OF_ORDER)
                .toList();
    }

    private static Outline outline(
            Node document, Optional<String> title, List<Heading> headings, Anchors anchors, List<Remark> remarks) {
        Set<Node> articleHeadings = Collections.newSetFromMap(new IdentityHashMap<>());
        articleHeadings.addAll(headings);
        Sections sections = new Sections(articleHeadings, anchors);
        sections.addAll(document);
        return new Outline(
                title,
                sections.preamble,
                sections.articles(),
                sections.clauses,
                remarks.stream().sorted(Comparator.comparingInt(Remark::line)).toList(),
                document,
                anchors.ids());
    }

    private static Optional<String> title(Node document) {
        return document.getFirstChild() instanceof Heading heading
                        && heading.getLevel() == 1
                        && ArticleRank.of(ArticleFinder.words(heading)).isEmpty()
                ? Optional.of(ArticleFinder.words(heading))
                : Optional.empty();
    }

    /** Gathers what stands below each heading. */
    private static final class Sections {

        private final Set<Node> headings;
        private final Anchors anchors;
        private final List<Node> preamble = new ArrayList<>();
        private final List<AttentionClause> clauses = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();
        private List<Node> body = preamble;

        Sections(Set<Node> headings, Anchors anchors) {
            this.headings = headings;
            this.anchors = anchors;
        }

        void addAll(Node parent) {
            for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
                if (headings.contains(block)) {
                    body = new ArrayList<>();
                    sections.add(new Section(ArticleFinder.words(block), anchors.idOf(block), body));
                } else if (block instanceof Alert && holdsHeading(block)) {
                    addClause((Alert) block, firstHeading(block));
                    addAll(block);
                } else {
                    body.add(block);
                    addClauses(block);
                }
            }
        }

        private boolean holdsHeading(Node block) {
            return firstHeading(block) != null;
        }

        private Node firstHeading(Node block) {
            for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
                if (headings.contains(child)) {
                    return child;
                }
                Node within = child instanceof Alert ? firstHeading(child) : null;
                if (within != null) {
                    return within;
                }
            }
            return null;
        }

        private void addClauses(Node block) {
            Node end = after(block);
            for (Node node = block; node != null && node != end; node = MarkdownReader.following(node)) {
                if (node instanceof Alert alert) {
                    addClause(alert, null);
                }
            }
        }

        private static Node after(Node block) {
            for (Node over = block; over != null; over = over.getParent()) {
                if (over.getNext() != null) {
                    return over.getNext();
                }
            }
            return null;
        }

        /** @param heading it begins with; null if it is below one */
        private void addClause(Alert alert, Node heading) {
            if (alert.kind() != Alert.Weight.IMPORTANT) {
                return;
            }
            String article = "";
            if (heading != null && heading == alert.getFirstChild()) {
                String words = ArticleFinder.words(heading);
                article = HeadingNumber.of(words).orElse(words);
            } else if (!sections.isEmpty()) {
                article = sections.get(sections.size() - 1).article().name();
            }
            clauses.add(new AttentionClause(
                    article, anchors.idOf(alert), TextDigest.of(String.join("\n", PlainWords.of(alert)))));
        }

        List<Outline.Article> articles() {
            return sections.stream().map(Section::article).toList();
        }
    }

    private record Section(String heading, String anchor, List<Node> body) {

        Outline.Article article() {
            return new Outline.Article(heading, HeadingNumber.of(heading), anchor, body);
        }
    }
}
