package io.agreements.keycloak.agreement.text.html;

import io.agreements.keycloak.agreement.text.markdown.Alert;
import io.agreements.keycloak.agreement.text.markdown.FootnoteDefinition;
import io.agreements.keycloak.agreement.text.markdown.FootnoteReference;
import io.agreements.keycloak.agreement.text.markdown.NumberedItem;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import io.agreements.keycloak.agreement.text.outline.Outline;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.internal.util.Escaping;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** The parts of a text that CommonMark does not know, or shows otherwise. */
final class PartRenderer implements NodeRenderer {

    private static final int DEEPEST_HEADING = 6;

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Outline outline;
    private final Surroundings surroundings;
    private final TextLabels labels;
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();

    PartRenderer(HtmlNodeRendererContext context, Outline outline, Surroundings surroundings) {
        this.context = context;
        this.html = context.getWriter();
        this.outline = outline;
        this.surroundings = surroundings;
        this.labels = TextLabels.of(surroundings.language());
        outline.anchors().forEach((node, id) -> {
            if (node instanceof FootnoteDefinition note) {
                notes.put(label(note.label()), id);
            }
        });
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                Heading.class,
                Image.class,
                Alert.class,
                NumberedItem.class,
                FootnoteReference.class,
                FootnoteDefinition.class,
                Strikethrough.class,
                TaskListItemMarker.class,
                LinkReferenceDefinition.class,
                TableBlock.class,
                TableHead.class,
                TableBody.class,
                TableRow.class,
                TableCell.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Heading heading) {
            int level = Math.min(DEEPEST_HEADING, heading.getLevel() + surroundings.headingShift());
            block(node, "h" + level, attributes("id", id(node)), false);
        } else if (node instanceof Alert alert) {
            alert(alert);
        } else if (node instanceof NumberedItem item) {
            block(node, "li", attributes("value", Integer.toString(item.number())), false);
        } else if (node instanceof FootnoteReference reference) {
            reference(reference);
        } else if (node instanceof FootnoteDefinition note) {
            note(note);
        } else if (node instanceof Strikethrough) {
            inline(node, "del", Map.of());
        } else if (node instanceof TaskListItemMarker task) {
            task(task);
        } else if (node instanceof TableBlock) {
            table(node);
        } else if (node instanceof TableHead) {
            block(node, "thead", Map.of(), true);
        } else if (node instanceof TableBody) {
            block(node, "tbody", Map.of(), true);
        } else if (node instanceof TableRow) {
            block(node, "tr", Map.of(), true);
        } else if (node instanceof TableCell cell) {
            cell(cell);
        } else if (node instanceof Image) {
            children(node);
        }
    }

    private void alert(Alert alert) {
        String kind = alert.kind().name().toLowerCase(Locale.ROOT);
        Map<String, String> attributes = attributes("class", "agr-alert agr-alert-" + kind);
        attributes.put("id", id(alert));
        attributes.put("role", "note");
        html.line();
        html.tag("div", attributes);
        html.line();
        html.tag("p", attributes("class", "agr-alert-title"));
        html.text(labels.get(kind));
        html.tag("/p");
        html.line();
        children(alert);
        html.tag("/div");
        html.line();
    }

    private void reference(FootnoteReference reference) {
        String note = notes.get(label(reference.label()));
        String words = "[" + reference.label() + "]";
        html.tag("sup", attributes("class", "agr-note-mark"));
        if (note == null) {
            html.text(words);
        } else {
            references.putIfAbsent(note, id(reference));
            Map<String, String> attributes = attributes("href", "#" + surroundings.id(note));
            attributes.put("id", id(reference));
            html.tag("a", attributes);
            html.text(words);
            html.tag("/a");
        }
        html.tag("/sup");
    }

    private void note(FootnoteDefinition note) {
        String id = outline.anchors().get(note);
        Map<String, String> attributes = attributes("class", "agr-note");
        if (id != null) {
            attributes.put("id", surroundings.id(id));
            attributes.put("role", "doc-footnote");
        }
        html.line();
        html.tag("div", attributes);
        html.line();
        html.tag("p", attributes("class", "agr-note-label"));
        html.text("[" + note.label() + "] ");
        if (note.getFirstChild() instanceof Paragraph first) {
            children(first);
            back(id);
            html.tag("/p");
            html.line();
            for (Node child = first.getNext(); child != null; child = child.getNext()) {
                context.render(child);
            }
        } else {
            back(id);
            html.tag("/p");
            html.line();
            children(note);
        }
        html.tag("/div");
        html.line();
    }

    private void back(String id) {
        String reference = id == null ? null : references.get(id);
        if (reference != null) {
            html.text(" ");
            Map<String, String> attributes = attributes("href", "#" + reference);
            attributes.put("class", "agr-note-back");
            attributes.put("aria-label", labels.get("back"));
            html.tag("a", attributes);
            html.text("↑");
            html.tag("/a");
        }
    }

    private void task(TaskListItemMarker task) {
        Map<String, String> attributes = attributes("class", "agr-task");
        attributes.put("role", "img");
        attributes.put("aria-label", labels.get(task.isChecked() ? "done" : "open"));
        html.tag("span", attributes);
        html.text(task.isChecked() ? PlainWords.DONE : PlainWords.OPEN);
        html.tag("/span");
        html.text(" ");
    }

    private void table(Node table) {
        Map<String, String> attributes = attributes("class", "agr-table");
        attributes.put("tabindex", "0");
        attributes.put("role", "region");
        attributes.put("aria-label", labels.get("table"));
        html.line();
        html.tag("div", attributes);
        block(table, "table", Map.of(), true);
        html.tag("/div");
        html.line();
    }

    private void cell(TableCell cell) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (cell.isHeader()) {
            attributes.put("scope", "col");
        }
        if (cell.getAlignment() == TableCell.Alignment.RIGHT) {
            attributes.put("class", "agr-end");
        } else if (cell.getAlignment() == TableCell.Alignment.CENTER) {
            attributes.put("class", "agr-center");
        }
        block(cell, cell.isHeader() ? "th" : "td", attributes, false);
    }

    private void block(Node node, String tag, Map<String, String> attributes, boolean lines) {
        html.line();
        html.tag(tag, attributes);
        if (lines) {
            html.line();
        }
        children(node);
        html.tag("/" + tag);
        html.line();
    }

    private void inline(Node node, String tag, Map<String, String> attributes) {
        html.tag(tag, attributes);
        children(node);
        html.tag("/" + tag);
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; ) {
            Node next = child.getNext();
            context.render(child);
            child = next;
        }
    }

    private String id(Node node) {
        return surroundings.id(outline.anchors().get(node));
    }

    private static String label(String label) {
        return Escaping.normalizeLabelContent(label);
    }

    private static Map<String, String> attributes(String name, String value) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(name, value);
        return attributes;
    }
}
