package io.agreements.keycloak.agreement.text;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Turns the Markdown of a text (CommonMark) into HTML that is safe to put into a page: raw HTML is escaped, links go to
 * web and mail addresses only and leave the page alone, and pictures give way to their description, because no request
 * leaves the server's own origin.
 */
public final class Markdown {

    private static final Set<String> LINK_PROTOCOLS = Set.of("http", "https", "mailto");
    private static final int DEEPEST_HEADING = 6;

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(LINK_PROTOCOLS))
            .attributeProviderFactory(context -> (node, tag, attributes) -> openBeside(node, attributes))
            .build();

    /**
     * @param headingShift by how many levels headings sink, so that an article stands below the heading of the page
     */
    public String toHtml(String markdown, int headingShift) {
        Node document = parser.parse(markdown);
        document.accept(new PageFitter(headingShift));
        return renderer.render(document);
    }

    private static void openBeside(Node node, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("target", "_blank");
            attributes.put("rel", "noopener noreferrer");
        }
    }

    private static final class PageFitter extends AbstractVisitor {

        private final int headingShift;

        PageFitter(int headingShift) {
            this.headingShift = headingShift;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(DEEPEST_HEADING, heading.getLevel() + headingShift));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            Node child = image.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                image.insertBefore(child);
                child = next;
            }
            image.unlink();
        }
    }
}
