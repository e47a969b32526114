package io.agreements.keycloak.agreement.text.html;

import io.agreements.keycloak.ServerClock;
import io.agreements.keycloak.agreement.text.Links;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.outline.Outline;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.agreement.text.outline.Remark;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Turns a text into HTML that is safe to put into a page: raw HTML is escaped, {@linkplain Links links} go where links may
 * go and leave the page alone, and pictures give way to their description, because no request leaves the server's own
 * origin.
 */
public final class Markdown {

    private final OutlineReader reader;

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
    public String toHtml(String markdown, int headingShift) {
        return toHtml(markdown, new Surroundings(headingShift, "", Locale.ENGLISH));
    }

    /** The HTML alone. */
    public String toHtml(String markdown, Surroundings surroundings) {
        return render(markdown, surroundings).html();
    }

    /**
     * @param surroundings where it is to stand
     * @throws TextRefusedException if it costs more than there is to spend on a text
     */
    public RenderedText render(String markdown, Surroundings surroundings) {
        Outline outline = reader.read(markdown);
        String html = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .urlSanitizer(new AllowedLinks())
                .attributeProviderFactory(
                        context -> (node, tag, attributes) -> addAttributes(node, attributes, surroundings))
                .nodeRendererFactory(context -> new PartRenderer(context, outline, surroundings))
                .build()
                .render(outline.document());
        return new RenderedText(
                html,
                outline.articles().stream()
                        .map(article ->
                                new RenderedText.ArticleLink(article.heading(), surroundings.id(article.anchor())))
                        .toList());
    }

    /**
     * Checks what is to be kept.
     *
     * @throws TextRefusedException if it costs more than there is to spend on a text
     * @throws IllegalArgumentException if something in it would not be seen as it is meant, naming each such line
     */
    public void requireFit(String markdown) {
        List<Remark> refused =
                reader.read(markdown).remarks().stream().filter(Remark::refused).toList();
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("content cannot be kept as it is: "
                    + refused.stream().map(Remark::toString).collect(Collectors.joining(". ")));
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

    private static void addAttributes(Node node, Map<String, String> attributes, Surroundings surroundings) {
        if (node instanceof Link link) {
            if (Links.leadsAway(link.getDestination())) {
                attributes.put("target", "_blank");
                attributes.put("rel", "noopener noreferrer");
            } else {
                attributes.put(
                        "href", "#" + surroundings.id(link.getDestination().substring(1)));
                attributes.remove("rel");
            }
        } else if (node instanceof OrderedList list && ")".equals(list.getMarkerDelimiter())) {
            attributes.put("class", "agr-parenthesis");
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
}
