package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.Shortened;
import io.agreements.keycloak.agreement.text.Links;
import io.agreements.keycloak.agreement.text.markdown.LostLink;
import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Links within the text lead to a heading; what leads nowhere is words, with the address beside them. */
final class InnerLinks {

    private static final int EXCERPT = 100;
    private static final int MOST = 50;

    private final Anchors anchors;

    InnerLinks(Anchors anchors) {
        this.anchors = anchors;
    }

    /** @return what the author is told */
    List<Remark> settle(Node document) {
        List<Remark> remarks = new ArrayList<>();
        for (Node node = document; node != null; ) {
            if (node instanceof Link link) {
                node = settle(link, remarks);
            } else {
                node = MarkdownReader.following(node);
            }
        }
        return remarks;
    }

    private Node settle(Link link, List<Remark> remarks) {
        String destination = link.getDestination();
        if (Links.isAllowed(destination) && !destination.startsWith("#")) {
            return MarkdownReader.following(link);
        }
        String slug = destination.startsWith("#") ? slug(destination.substring(1)) : null;
        if (slug != null) {
            link.setDestination("#" + slug);
            return MarkdownReader.following(link);
        }
        if (remarks.size() < MOST) {
            remarks.add(remark(link));
        }
        if (!destination.isEmpty() && !saysItsAddress(link)) {
            link.appendChild(new Text(" (" + destination + ")"));
        }
        return giveWay(link);
    }

    private static Remark remark(Link link) {
        return remark(new LostLink(MarkdownReader.line(link), link.getDestination()));
    }

    static Remark remark(LostLink link) {
        String destination = link.destination();
        String excerpt = Shortened.of(destination, EXCERPT);
        Finding kind = destination.startsWith("#") ? Finding.HEADING_LINK : Finding.LINK;
        return kind.at(link.line(), excerpt);
    }

    private String slug(String place) {
        if (anchors.isHeading(place)) {
            return place;
        }
        String decoded = Normalizer.normalize(decoded(place), Normalizer.Form.NFC);
        String small = decoded.toLowerCase(Locale.ROOT);
        return anchors.isHeading(decoded) ? decoded : anchors.isHeading(small) ? small : null;
    }

    private static String decoded(String place) {
        try {
            return URLDecoder.decode(place.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return place;
        }
    }

    private static boolean saysItsAddress(Link link) {
        return link.getFirstChild() instanceof Text words
                && words.getNext() == null
                && words.getLiteral().equals(link.getDestination());
    }

    private static Node giveWay(Link link) {
        Node first = link.getFirstChild();
        Node after = first == null ? MarkdownReader.following(link) : first;
        for (Node child = first; child != null; ) {
            Node next = child.getNext();
            link.insertBefore(child);
            child = next;
        }
        link.unlink();
        return after;
    }
}
