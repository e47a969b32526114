package io.agreements.keycloak.agreement.text.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of Markdown without its markup, one string for each paragraph, item of a list, heading or piece of code. */
public final class PlainWords extends AbstractVisitor {

    /** Before an item of a task list that is done. */
    public static final String DONE = "✓";

    /** Before one that is not. */
    public static final String OPEN = "–";

    private static final String BULLET = "• ";
    private static final String CELL = " | ";

    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private String marker = "";

    private PlainWords() {}

    public static List<String> of(Node block) {
        PlainWords visitor = new PlainWords();
        block.accept(visitor);
        visitor.endParagraph();
        return visitor.paragraphs;
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        endParagraph();
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        endParagraph();
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        int number = first == null ? 1 : first;
        String delimiter = list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            number = item instanceof NumberedItem numbered ? numbered.number() : number;
            visitItem(item, number++ + delimiter + " ");
        }
    }

    @Override
    public void visit(BulletList list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            visitItem(item, BULLET);
        }
    }

    private void visitItem(Node item, String itsMarker) {
        marker = itsMarker;
        visitChildren(item);
        marker = "";
    }

    @Override
    public void visit(FencedCodeBlock code) {
        addLines(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        addLines(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        addLines(html.getLiteral());
    }

    private void addLines(String literal) {
        literal.lines().forEach(line -> {
            words.append(line);
            endParagraph();
        });
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        words.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        words.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append(' ');
    }

    /** Where a link leads is part of what the text says. */
    @Override
    public void visit(Link link) {
        int start = words.length();
        visitChildren(link);
        String destination = link.getDestination();
        if (!destination.isEmpty() && !destination.endsWith(words.substring(start))) {
            words.append(" (").append(destination).append(')');
        }
    }

    /** Cells of a row are one paragraph. */
    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            visitChildren(node);
            endParagraph();
        } else if (node instanceof TableCell) {
            if (node.getPrevious() != null) {
                words.append(CELL);
            }
            visitChildren(node);
        } else if (node instanceof FootnoteReference reference) {
            words.append('[').append(reference.label()).append(']');
        } else if (node instanceof TaskListItemMarker task) {
            words.append(task.isChecked() ? DONE : OPEN).append(' ');
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof FootnoteDefinition note) {
            visitItem(note, "[" + note.label() + "] ");
        } else {
            visitChildren(block);
        }
    }

    private void endParagraph() {
        String paragraph = words.toString().strip();
        words.setLength(0);
        if (!paragraph.isEmpty()) {
            paragraphs.add(marker + paragraph);
            marker = "";
        }
    }
}
