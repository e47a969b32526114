package io.agreements.keycloak.agreement.text.markdown;

import java.util.regex.Pattern;
import org.commonmark.internal.ParagraphParser;
import org.commonmark.node.Block;
import org.commonmark.node.Document;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/**
 * A line at the margin that begins with the number of an article ends the list before it. CommonMark takes it for the last
 * words of the last item, as no empty line stands between. A numbered line that is underlined is a heading, which CommonMark
 * takes for an item with a rule below it.
 */
final class ArticleLines extends AbstractBlockParserFactory {

    private static final int LONGEST_HEADING = 80;

    private static final Pattern NUMBER =
            Pattern.compile("第\\s*[0-9０-９〇零一二三四五六七八九十百千]{1,7}(?:[-.之][0-9０-９一二三四五六七八九十]{1,3})?\\s*[条條章节節編编].*+"
                    + "|제\\s*[0-9]{1,4}\\s*[조장절관].*+"
                    + "|[一二三四五六七八九十百]{1,4}[、．.].*+"
                    + "|[(（][一二三四五六七八九十百]{1,4}[)）].*+");

    private static final Pattern NUMBER_OF_HEADING = Pattern.compile(
            "(?:(?:article|art\\.|section|clause|artikel|artículo|cláusula|articolo|artigo|artykuł|статья|стаття|άρθρο|điều"
                    + "|madde|pasal|§|المادة|البند|ماده|סעיף|ข้อ|अनुच्छेद|धारा)\\s*"
                    + "(?:\\p{Nd}{1,4}(?:[-/]\\p{Nd}{1,3}|\\s?-?(?:bis|ter|quater|quinquies|sexies)|\\p{L})?"
                    + "|(?-i:[IVX]{1,5}))(?![\\p{L}\\p{Nd}])|(?-i:[IVX]{1,5})\\.\\s).*[^.,;:!?。；，]"
                    + "|(?:المادة|البند)\\s+ال\\S+.*+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ITEM = Pattern.compile(" {0,3}(?:[-*+]|[0-9]{1,9}[.)])\\s.*+");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,9}[.)]\\s++\\S.*+");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=++|-{2,}+)\\s*+");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(?:`{3}|~{3}).*+");

    /** The text with a joint before each of these lines, as the parser takes a line that begins with a letter as it is. */
    static String marked(String markdown) {
        StringBuilder marked = new StringBuilder();
        int done = 0;
        boolean inList = false;
        boolean inCode = false;
        boolean behindItem = false;
        for (int start = 0; start < markdown.length(); ) {
            int end = endOfLine(markdown, start);
            String line = markdown.substring(start, end).stripTrailing();
            boolean fence = FENCE.matcher(line).matches();
            inCode ^= fence;
            int next = end + (markdown.startsWith("\r\n", end) ? 2 : 1);
            boolean underlined =
                    !inCode && NUMBERED.matcher(line).matches() && isUnderlined(markdown, next, behindItem);
            behindItem = line.isEmpty() || line.startsWith("  ")
                    ? behindItem
                    : !underlined && NUMBERED.matcher(line).matches();
            if (underlined || !inCode && inList && begins(line)) {
                marked.append(markdown, done, start).append(EastAsianEmphasis.JOINT);
                done = start;
                inList = false;
            } else {
                inList = !inCode
                        && !fence
                        && !line.isEmpty()
                        && (inList || ITEM.matcher(line).matches());
            }
            start = next;
        }
        return marked.isEmpty()
                ? markdown
                : marked.append(markdown, done, markdown.length()).toString();
    }

    /** Below the last of several items, a row of hyphens is a rule. */
    private static boolean isUnderlined(String markdown, int start, boolean behindItem) {
        if (start >= markdown.length()) {
            return false;
        }
        String line = markdown.substring(start, endOfLine(markdown, start));
        return UNDERLINE.matcher(line).matches() && (!behindItem || line.indexOf('=') >= 0);
    }

    private static int endOfLine(String markdown, int start) {
        int end = start;
        while (end < markdown.length() && markdown.charAt(end) != '\n' && markdown.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static boolean begins(String line) {
        return NUMBER.matcher(line).matches()
                || line.length() <= LONGEST_HEADING
                        && NUMBER_OF_HEADING.matcher(line).matches();
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser open) {
        CharSequence line = state.getLine().getContent();
        boolean begins = state.getIndex() == 0
                && line.length() > 0
                && line.charAt(0) == EastAsianEmphasis.JOINT
                && isAtTheTop(open.getMatchedBlockParser().getBlock());
        return begins ? BlockStart.of(new ParagraphParser()).atIndex(1) : BlockStart.none();
    }

    /** The parser stays in a list or a paragraph until something else begins. */
    private static boolean isAtTheTop(Block matched) {
        return matched instanceof Document
                || (matched instanceof ListBlock || matched instanceof Paragraph)
                        && matched.getParent() instanceof Document;
    }
}
