package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.markdown.Alert;
import io.agreements.keycloak.agreement.text.markdown.FootnoteDefinition;
import io.agreements.keycloak.agreement.text.markdown.FootnoteReference;
import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.internal.util.Escaping;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/** Names of places in a text, each once: of headings those that GitHub gives them. */
final class Anchors {

    private final Map<Node, String> ids = new IdentityHashMap<>();
    private final Set<String> headings = new HashSet<>();
    private final Slugs slugs = new Slugs();

    private Anchors() {}

    static Anchors of(Node document) {
        Anchors anchors = new Anchors();
        anchors.nameHeadings(document);
        anchors.nameOthers(document);
        return anchors;
    }

    private void nameHeadings(Node document) {
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof Heading heading) {
                String slug = slugs.of(ArticleFinder.words(heading));
                ids.put(node, slug);
                headings.add(slug);
            }
        }
    }

    /** A footnote has its name only if something refers to it, and of several with one label it is the first. */
    private void nameOthers(Node document) {
        Map<String, String> notes = new HashMap<>();
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof FootnoteReference reference) {
                ids.put(node, slugs.of("note " + reference.label() + " from"));
                notes.putIfAbsent(label(reference.label()), ids.get(node));
            } else if (node instanceof Alert) {
                ids.put(node, slugs.of("alert"));
            }
        }
        Set<String> named = new HashSet<>();
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof FootnoteDefinition note
                    && notes.containsKey(label(note.label()))
                    && named.add(label(note.label()))) {
                ids.put(node, slugs.of("note " + note.label()));
            }
        }
    }

    private static String label(String label) {
        return Escaping.normalizeLabelContent(label);
    }

    /** Null if it has none. */
    String idOf(Node node) {
        return ids.get(node);
    }

    boolean isHeading(String slug) {
        return headings.contains(slug);
    }

    Map<Node, String> ids() {
        return Collections.unmodifiableMap(ids);
    }
}
