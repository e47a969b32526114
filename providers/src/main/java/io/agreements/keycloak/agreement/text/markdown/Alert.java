package io.agreements.keycloak.agreement.text.markdown;

import java.util.Locale;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** A quotation that begins with {@code [!IMPORTANT]} or its like. */
public final class Alert extends CustomBlock {

    private final Weight kind;

    private Alert(Weight kind) {
        this.kind = kind;
    }

    public Weight kind() {
        return kind;
    }

    /** How much weight the author gives it. */
    public enum Weight {
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION;

        private String mark() {
            return "[!" + name() + "]";
        }
    }

    /** Puts an alert in the place of the quotation if it is one. */
    static Node inPlaceOf(BlockQuote quote) {
        if (!(quote.getFirstChild() instanceof Paragraph paragraph)
                || !(paragraph.getFirstChild() instanceof Text first)) {
            return quote;
        }
        for (Weight kind : Weight.values()) {
            String mark = kind.mark();
            if (first.getLiteral().toUpperCase(Locale.ROOT).startsWith(mark)
                    && first.getLiteral().length() >= mark.length()) {
                return replaced(quote, paragraph, first, kind);
            }
        }
        return quote;
    }

    private static Node replaced(BlockQuote quote, Paragraph paragraph, Text first, Weight kind) {
        String rest = first.getLiteral().substring(kind.mark().length()).stripLeading();
        boolean empty = rest.isEmpty() && first.getNext() == null && paragraph.getNext() == null;
        if (empty) {
            return quote;
        }
        if (rest.isEmpty()) {
            Node next = first.getNext();
            if (next instanceof SoftLineBreak || next instanceof HardLineBreak) {
                next.unlink();
            }
            first.unlink();
            if (paragraph.getFirstChild() == null) {
                paragraph.unlink();
            }
        } else {
            first.setLiteral(rest);
        }
        Alert alert = new Alert(kind);
        alert.setSourceSpans(quote.getSourceSpans());
        for (Node child = quote.getFirstChild(); child != null; child = quote.getFirstChild()) {
            alert.appendChild(child);
        }
        quote.insertBefore(alert);
        quote.unlink();
        return alert;
    }
}
