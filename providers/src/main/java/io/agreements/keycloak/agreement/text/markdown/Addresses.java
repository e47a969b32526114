package io.agreements.keycloak.agreement.text.markdown;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Addresses in running words become links; one ends where East Asian words go on, or marks of other scripts. */
final class Addresses {

    /** Quotation marks, and the commas and full stops of Arabic, Hindi, Armenian and Ethiopic. */
    private static final String MARKS = "“”‘’„«»‹›…،؛؟۔।॥։՝።፣";

    private final Set<Node> written = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Links the author wrote. */
    Node remember(Node document) {
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof Link) {
                written.add(node);
            }
        }
        return document;
    }

    Node end(Node document) {
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof Link link && !written.contains(link) && link.getFirstChild() instanceof Text words) {
                end(link, words);
            }
        }
        return document;
    }

    private static void end(Link link, Text words) {
        String address = words.getLiteral();
        int end = endOf(address);
        if (end < address.length()) {
            link.setDestination(
                    link.getDestination().substring(0, link.getDestination().length() - address.length() + end));
            words.setLiteral(address.substring(0, end));
            link.insertAfter(new Text(address.substring(end)));
        }
    }

    private static int endOf(String address) {
        for (int place = 0; place < address.length(); place++) {
            char character = address.charAt(place);
            if (character >= '\u3000' && character <= '\u9FFF'
                    || character >= '\uFF00' && character <= '\uFFEF'
                    || MARKS.indexOf(character) >= 0) {
                return place;
            }
        }
        return address.length();
    }
}
