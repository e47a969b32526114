package io.agreements.keycloak.agreement.text.html;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.agreement.text.Links;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import io.agreements.keycloak.agreement.text.outline.Outline;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Turns the Markdown of a text (CommonMark) into HTML that is safe to put into a page: raw HTML is escaped, {@linkplain
 * Links links} go where links may go and leave the page alone, and pictures give way to their description, because no
 * request leaves the server's own origin.
 */
public final class Markdown {

    private static final int DEEPEST_HEADING = 6;
    private static final int EXCERPT = 100;

    private final OutlineReader reader;
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new AllowedLinks())
            .attributeProviderFactory(context -> (node, tag, attributes) -> openBeside(node, attributes))
            .build();

    public Markdown() {
        this(ServerClock.INSTANCE);
    }

    /** @param clock tells how long it takes */
    Markdown(InstantSource clock) {
        this.reader = new OutlineReader(clock);
    }

    /**
     * @param headingShift by how many levels headings sink, so that an article stands below the heading of the page
     * @throws TextRefusedException if it costs more than there is to spend on a text
     */
    public RenderedText render(String markdown, int headingShift) {
        Outline outline = reader.read(markdown);
        Node document = outline.document();
        document.accept(new PageFitter(headingShift));
        return new RenderedText(
                renderer.render(document),
                outline.articles().stream()
                        .map(article -> new RenderedText.ArticleLink(article.heading(), article.anchor()))
                        .toList());
    }

    /** The HTML alone. */
    public String toHtml(String markdown, int headingShift) {
        return render(markdown, headingShift).html();
    }

    /**
     * Checks what is to be kept.
     *
     * @throws TextRefusedException if it costs more than there is to spend on a text
     * @throws IllegalArgumentException if a link leads where none may
     */
    public void requireFit(String markdown) {
        Node node = reader.read(markdown).document();
        while (node != null) {
            if (node instanceof Link link && !Links.isAllowed(link.getDestination())) {
                throw new IllegalArgumentException(
                        "content has a link to '" + excerpt(link.getDestination()) + "'; " + Links.KINDS);
            }
            node = MarkdownReader.following(node);
        }
    }

    /** The text as it is written, for one that was kept although it does not fit. */
    public static RenderedText unread(String markdown) {
        return new RenderedText(
                markdown.lines().map(Markdown::escaped).collect(Collectors.joining("<br />\n", "<p>", "</p>\n")),
                List.of());
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String excerpt(String destination) {
        return destination.length() <= EXCERPT ? destination : destination.substring(0, EXCERPT) + "…";
    }

    private static void openBeside(Node node, Map<String, String> attributes) {
        if (node instanceof Link link) {
            if (Links.leadsAway(link.getDestination())) {
                attributes.put("target", "_blank");
                attributes.put("rel", "noopener noreferrer");
            } else {
                attributes.remove("rel");
            }
        }
    }

    /** What reaches the renderer has been looked at. */
    private static final class AllowedLinks implements UrlSanitizer {

        @Override
        public String sanitizeLinkUrl(String url) {
            return Links.isAllowed(url) ? url : "";
        }

        @Override
        public String sanitizeImageUrl(String url) {
            return "";
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
            giveWay(image);
        }

        /** What leads where no link may is words, with the address beside them. */
        @Override
        public void visit(Link link) {
            visitChildren(link);
            if (!Links.isAllowed(link.getDestination())) {
                if (!link.getDestination().isEmpty() && !saysItsAddress(link)) {
                    link.appendChild(new Text(" (" + link.getDestination() + ")"));
                }
                giveWay(link);
            }
        }

        private static boolean saysItsAddress(Link link) {
            return link.getFirstChild() instanceof Text words
                    && words.getNext() == null
                    && words.getLiteral().equals(link.getDestination());
        }

        private static void giveWay(Node node) {
            Node child = node.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                node.insertBefore(child);
                child = next;
            }
            node.unlink();
        }
    }
}
