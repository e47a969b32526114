package io.agreements.keycloak.agreement.text.change;

import io.agreements.keycloak.agreement.text.change.Block.Emphasis;
import io.agreements.keycloak.agreement.text.change.Block.Reference;
import io.agreements.keycloak.agreement.text.change.TextChanges.Form;
import io.agreements.keycloak.agreement.text.markdown.Alert;
import io.agreements.keycloak.agreement.text.markdown.FootnoteDefinition;
import io.agreements.keycloak.agreement.text.markdown.FootnoteReference;
import io.agreements.keycloak.agreement.text.markdown.NumberedItem;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Takes what Markdown says apart into blocks, with everything a reader can see of them. */
final class BlockReader extends AbstractVisitor {

    private static final String BULLET = "•";
    private static final String CODE = "code";

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder place = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder counted = new StringBuilder();
    private List<Integer> breaks = new ArrayList<>();
    private List<Emphasis> emphases = new ArrayList<>();
    private List<Reference> references = new ArrayList<>();
    private String marker = "";

    /** Lists, quotations, boxes of code and the like that begin before the next block. */
    private int begun;

    /** Words that are struck out go on where a line ends among them. */
    private int struck;

    private Node clause;
    private int clauses;

    private BlockReader() {}

    static List<Block> of(List<Node> nodes) {
        BlockReader reader = new BlockReader();
        nodes.forEach(reader::readInItsPlace);
        return PlainItems.in(reader.blocks);
    }

    /** What stands in an alert stays in it, though it is told by itself. */
    private void readInItsPlace(Node node) {
        place.setLength(0);
        for (Node over = node.getParent(); over instanceof Alert alert; over = over.getParent()) {
            place.insert(0, name(alert));
            enter(alert);
        }
        node.accept(this);
        end(Form.TEXT, "");
    }

    private void enter(Alert alert) {
        if (alert.kind() == Alert.Weight.IMPORTANT && alert != clause) {
            clause = alert;
            clauses++;
        }
    }

    private static String name(Alert alert) {
        return alert.kind().name() + '>';
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        end(Form.TEXT, "");
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        end(Form.HEADING, "h" + heading.getLevel());
    }

    @Override
    public void visit(ThematicBreak rule) {
        add(Block.without("", Form.TEXT, place + "rule", "", begun, clauses));
    }

    @Override
    public void visit(BlockQuote quote) {
        within("quote", quote);
    }

    @Override
    public void visit(OrderedList list) {
        begun++;
        Integer first = list.getMarkerStartNumber();
        int number = first == null ? 1 : first;
        String delimiter = list.getMarkerDelimiter() == null ? "." : list.getMarkerDelimiter();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            number = item instanceof NumberedItem numbered ? numbered.number() : number;
            item("ordered", list.isTight(), item, number++ + delimiter);
        }
    }

    @Override
    public void visit(BulletList list) {
        begun++;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            item("bullets", list.isTight(), item, BULLET);
        }
    }

    private void item(String list, boolean tight, Node item, String itsMarker) {
        boolean first = marker.isEmpty() || marker.equals(BULLET);
        marker = first ? itsMarker : marker + ' ' + itsMarker;
        begun--;
        within(tight ? list : list + "-loose", item);
        if (!marker.isEmpty()) {
            add(Block.without("", Form.ITEM, place + list, marker, begun, clauses));
        }
        marker = "";
    }

    private void within(String part, Node node) {
        int length = place.length();
        begun++;
        place.append(part).append('>');
        visitChildren(node);
        place.setLength(length);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        say(code.getInfo() == null ? "" : code.getInfo());
        end(Form.TEXT, CODE);
        lines(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        lines(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        lines(html.getLiteral());
    }

    private void lines(String literal) {
        begun++;
        literal.lines().forEach(line -> {
            say(line);
            if (line.isBlank()) {
                add(Block.without("", Form.TEXT, place + CODE, "", begun, clauses));
                clear();
            }
            end(Form.TEXT, CODE);
        });
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            table(block);
        } else if (block instanceof FootnoteDefinition note) {
            item("note", true, note, "[" + note.label() + "]");
        } else if (block instanceof Alert alert) {
            enter(alert);
            within(alert.kind().name(), alert);
        } else {
            within(block.getClass().getSimpleName(), block);
            end(Form.TEXT, "");
        }
    }

    /** All words of a table are one block, with its cells beside them. */
    private void table(Node table) {
        List<List<String>> rows = new ArrayList<>();
        StringBuilder alignments = new StringBuilder("table");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(cells(row, rows.isEmpty() ? alignments : new StringBuilder()));
            }
        }
        add(new Block(
                Form.ROW,
                place + alignments.toString(),
                "",
                words.toString().strip(),
                List.copyOf(breaks),
                List.copyOf(emphases),
                List.copyOf(references),
                List.copyOf(rows),
                begun,
                clauses));
        clear();
    }

    private List<String> cells(Node row, StringBuilder alignments) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            int start = words.length();
            visitChildren(cell);
            cells.add(words.substring(start).strip());
            words.append(' ');
            alignments.append('-').append(cell instanceof TableCell head ? head.getAlignment() : null);
        }
        return List.copyOf(cells);
    }

    @Override
    public void visit(Text text) {
        say(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        int start = counted.length();
        say(code.getLiteral());
        setOff("Code", start);
    }

    @Override
    public void visit(HtmlInline html) {
        say(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        say(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        if (struck > 0) {
            mark(Struck.end());
        }
        say(" ");
        breaks.add(counted.length());
        if (struck > 0) {
            mark(Struck.start());
        }
    }

    @Override
    public void visit(org.commonmark.node.Emphasis emphasis) {
        setOff(emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        setOff(emphasis);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof FootnoteReference reference) {
            say("[" + reference.label() + "]");
        } else if (node instanceof TaskListItemMarker task) {
            say(task.isChecked() ? PlainWords.DONE : PlainWords.OPEN);
            words.append(' ');
        } else if (node instanceof Strikethrough) {
            strikeOut(node);
        } else {
            setOff(node);
        }
    }

    @Override
    public void visit(Link link) {
        refer(link, false, link.getDestination(), link.getTitle());
    }

    @Override
    public void visit(Image image) {
        refer(image, true, image.getDestination(), image.getTitle());
    }

    private void refer(Node node, boolean picture, String destination, String title) {
        int start = words.length();
        visitChildren(node);
        String address = title == null || title.isEmpty() ? destination : destination + " \"" + title + '"';
        references.add(new Reference(picture, words.substring(start), address));
    }

    private void strikeOut(Node node) {
        boolean within = struck++ > 0;
        mark(within ? "" : Struck.start());
        visitChildren(node);
        mark(within ? "" : Struck.end());
        struck--;
    }

    private void mark(String characters) {
        words.append(characters);
        counted.append(characters);
    }

    private void setOff(Node node) {
        int start = counted.length();
        visitChildren(node);
        setOff(node.getClass().getSimpleName(), start);
    }

    private void setOff(String kind, int start) {
        emphases.add(new Emphasis(kind, start, counted.substring(start)));
    }

    private void say(String literal) {
        String said = Struck.literal(literal);
        words.append(said);
        counted.append(Characters.comparable(said));
    }

    private void end(Form form, String kind) {
        if (!words.toString().isBlank() || !references.isEmpty()) {
            add(new Block(
                    marker.isEmpty() ? form : Form.ITEM,
                    place + kind,
                    marker,
                    kind.equals(CODE) ? words.toString().stripTrailing() : withoutEdges(words.toString()),
                    List.copyOf(breaks),
                    List.copyOf(emphases),
                    List.copyOf(references),
                    List.of(),
                    begun,
                    clauses));
            marker = "";
        }
        clear();
    }

    /** Blanks at the edges of a paragraph that no page shows are gone; others indent it. */
    private static String withoutEdges(String words) {
        int start = 0;
        int end = words.length();
        while (start < end && isUnshown(words.charAt(start))) {
            start++;
        }
        while (end > start && isUnshown(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(start, end);
    }

    private static boolean isUnshown(char blank) {
        return blank == ' ' || blank == '\t' || blank == '\n' || blank == '\r';
    }

    private void clear() {
        words.setLength(0);
        counted.setLength(0);
        breaks = new ArrayList<>();
        emphases = new ArrayList<>();
        references = new ArrayList<>();
    }

    private void add(Block block) {
        blocks.add(block);
        begun = 0;
    }
}
