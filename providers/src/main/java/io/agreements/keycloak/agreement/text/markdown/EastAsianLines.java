package io.agreements.keycloak.agreement.text.markdown;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * Where no spaces are written between words, an end of a line that means nothing is no space either (CSS Text 3, section
 * 4.1.3).
 */
public final class EastAsianLines {

    private static final Set<UnicodeScript> SCRIPTS = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.YI);

    /** Marks of many scripts that are as wide as a character among East Asian ones. */
    private static final String AMBIGUOUS = "“”‘’…—·";

    private EastAsianLines() {}

    /** Puts together what stands on both sides of such an end of a line. */
    public static void join(Node document) {
        List<Node> ends = new ArrayList<>();
        Node end = null;
        int before = 0;
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof SoftLineBreak) {
                end = node;
            } else if (node instanceof Block || node instanceof HardLineBreak) {
                end = null;
                before = 0;
            } else {
                String words = words(node);
                if (!words.isEmpty()) {
                    if (end != null && areOne(before, words.codePointAt(0))) {
                        ends.add(end);
                    }
                    end = null;
                    before = words.codePointBefore(words.length());
                }
            }
        }
        ends.forEach(EastAsianLines::joinAt);
    }

    private static String words(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        return node instanceof Code code ? code.getLiteral() : "";
    }

    private static void joinAt(Node end) {
        if (end.getPrevious() instanceof Text before && end.getNext() instanceof Text after) {
            before.setLiteral(before.getLiteral() + after.getLiteral());
            after.unlink();
        }
        end.unlink();
    }

    /** Whether nothing stands between these where a line ends between them. */
    static boolean areOne(int before, int after) {
        return isWide(before) && isWide(after)
                || isWide(before) && AMBIGUOUS.indexOf(after) >= 0
                || AMBIGUOUS.indexOf(before) >= 0 && isWide(after);
    }

    /** Words of Korean have spaces between them. */
    private static boolean isWide(int character) {
        if (SCRIPTS.contains(UnicodeScript.of(character))) {
            return true;
        }
        UnicodeBlock block = UnicodeBlock.of(character);
        return block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == UnicodeBlock.CJK_COMPATIBILITY_FORMS
                || block == UnicodeBlock.VERTICAL_FORMS
                || block == UnicodeBlock.KATAKANA
                || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS
                        && UnicodeScript.of(character) != UnicodeScript.HANGUL;
    }
}
