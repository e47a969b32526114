package io.agreements.keycloak.agreement.text.markdown;

import io.agreements.keycloak.agreement.text.Links;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Document;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Lines such as {@code [a]: https://example.org}, which readers do not see. They are that only if a link needs them and
 * may lead there; all others are words.
 */
final class LinkDefinitions {

    /** No text has this character: the parser replaces it. */
    private static final char MARK = '\0';

    private static final Pattern TWO_BRACKETS = Pattern.compile("\\[[^\\[\\]]{1,200}]\\[([^\\[\\]]{1,100})]");

    /** Told at most. */
    private static final int MOST = 50;

    private final List<LinkReferenceDefinition> given = new ArrayList<>();
    private final Set<LinkReferenceDefinition> needed = new HashSet<>();
    private final Set<LinkReferenceDefinition> unusable = new LinkedHashSet<>();
    private final Set<String> missing = new HashSet<>();

    /** The definition for a link, recognisable by its destination; null if no link may lead there. */
    LinkReferenceDefinition give(LinkReferenceDefinition definition) {
        if (definition != null && !Links.isAllowed(definition.getDestination())) {
            unusable.add(definition);
            return null;
        }
        if (definition == null) {
            return null;
        }
        given.add(definition);
        return new LinkReferenceDefinition(
                definition.getLabel(), MARK + Integer.toString(given.size() - 1), definition.getTitle());
    }

    /** Gives links their destinations. */
    void settle(Node document) {
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof Link link && isMarked(link.getDestination())) {
                link.setDestination(destination(link.getDestination()));
            } else if (node instanceof Image image && isMarked(image.getDestination())) {
                image.setDestination(destination(image.getDestination()));
            }
        }
    }

    private static boolean isMarked(String destination) {
        return !destination.isEmpty() && destination.charAt(0) == MARK;
    }

    private String destination(String mark) {
        LinkReferenceDefinition definition = given.get(Integer.parseInt(mark.substring(1)));
        needed.add(definition);
        return definition.getDestination();
    }

    /** Remembers that a link wants a definition and there is none. */
    void miss(String label) {
        missing.add(label);
    }

    /** Those that links want and that lead nowhere, though they look like addresses; and those that are not there. */
    List<LostLink> lost(Node document) {
        return Stream.concat(
                        unusable.stream()
                                .filter(definition -> isAddress(definition.getDestination()))
                                .map(definition ->
                                        new LostLink(MarkdownReader.line(definition), definition.getDestination())),
                        undefined(document).stream())
                .distinct()
                .toList();
    }

    /** {@code [words][a]} without a definition of {@code a}. */
    private List<LostLink> undefined(Node document) {
        List<LostLink> undefined = new ArrayList<>();
        for (Node node = document;
                node != null && !missing.isEmpty() && undefined.size() < MOST;
                node = MarkdownReader.following(node)) {
            if (node instanceof Text text) {
                Matcher link = TWO_BRACKETS.matcher(text.getLiteral());
                while (undefined.size() < MOST && link.find()) {
                    if (missing.contains(link.group(1))) {
                        undefined.add(new LostLink(MarkdownReader.line(text), '[' + link.group(1) + ']'));
                    }
                }
            }
        }
        return undefined;
    }

    private static boolean isAddress(String destination) {
        return destination.chars().allMatch(one -> one > ' ' && one < 0x7F)
                && destination.chars().anyMatch(one -> "/.:#?".indexOf(one) >= 0);
    }

    /** Those that are words. */
    List<LinkReferenceDefinition> words(Node document) {
        List<LinkReferenceDefinition> words = new ArrayList<>();
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof LinkReferenceDefinition definition && !needed.contains(definition)) {
                words.add(definition);
            }
        }
        return words;
    }

    /** Where in the text they begin: behind a backslash the parser takes them for words, too. */
    static List<Integer> places(String markdown, List<LinkReferenceDefinition> words) {
        List<Integer> places = new ArrayList<>();
        for (LinkReferenceDefinition definition : words) {
            List<SourceSpan> spans = definition.getSourceSpans();
            int start =
                    spans.isEmpty() ? -1 : markdown.indexOf('[', spans.get(0).getInputIndex());
            if (start >= 0) {
                places.add(start);
            }
        }
        return places;
    }

    /** Where those begin that stand below words, and would be some of them. */
    static List<Integer> behindWords(String markdown, Node document, List<LinkReferenceDefinition> words) {
        Set<Node> all = new HashSet<>(words);
        List<Integer> places = new ArrayList<>();
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof LinkReferenceDefinition definition
                    && !all.contains(definition)
                    && all.contains(definition.getPrevious())
                    && definition.getParent() instanceof Document) {
                places.addAll(places(markdown, List.of(definition)));
            }
        }
        return places;
    }

    /** Puts paragraphs in their place, as they are written. */
    static void show(String markdown, List<LinkReferenceDefinition> words) {
        for (LinkReferenceDefinition definition : words) {
            StringBuilder written = new StringBuilder();
            for (SourceSpan span : definition.getSourceSpans()) {
                written.append(written.isEmpty() ? "" : " ")
                        .append(markdown, span.getInputIndex(), span.getInputIndex() + span.getLength());
            }
            Paragraph paragraph = new Paragraph();
            paragraph.setSourceSpans(definition.getSourceSpans());
            paragraph.appendChild(new Text(StandIns.without(written.toString())));
            definition.insertBefore(paragraph);
            definition.unlink();
        }
    }
}
