package io.agreements.keycloak.agreement.text.markdown;

import io.agreements.keycloak.agreement.text.number.ChineseNumerals;
import io.agreements.keycloak.agreement.text.number.Dates;
import io.agreements.keycloak.agreement.text.number.HeadingNumber;
import io.agreements.keycloak.agreement.text.number.Reference;
import java.util.regex.Matcher;
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
    private static final int RULE = 3;
    private static final int NONE = -1;
    private static final String SENTENCE_ENDS = ".,;:!?。；，";

    private static final Pattern NUMBER = Pattern.compile(
            "[%1$s]{1,4}[、．.].*+|[(（][%1$s]{1,4}[)）].*+|[IVX]{1,5}\\.\\s.*+".formatted(ChineseNumerals.ALL));

    /** {@code 第三条}, {@code 제3조}: what follows may be a sentence. */
    private static final Pattern NUMBER_OF_SENTENCE = Pattern.compile("[第제].*+");

    /** {@code 第二款} and {@code 第二项} are more often spoken of than numbered. */
    private static final String PARTS_OF_ARTICLES = "款项項";

    /** {@code Article 3 of the Act}. */
    private static final Pattern GOES_ON = Pattern.compile("\\s+\\p{Ll}{2}.*+");

    private static final Pattern ITEM = Pattern.compile(" {0,3}(?:[-*+]|[0-9]{1,9}[.)])\\s.*+");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,9}[.)]\\s++\\S.*+");
    private static final Pattern UNDERLINE = Pattern.compile(" {0,3}(?:=++|-{2,}+)\\s*+");

    /** As many write them: {@code ##Scope}. */
    private static final Pattern HEADING = Pattern.compile("[ >]*+(?:#{2,6}(?=[^#\\s])|#(?=\\p{L}))");

    private static final Pattern LINE_BREAK = Pattern.compile("(?i)(?:[ >]|[-*+] |[0-9]{1,9}[.)] )*+(?=<br\\s*+/?+>)");
    private static final Pattern LINE_BREAKS = Pattern.compile("(?i)[\\s>]*+(?:<br\\s*+/?+>[\\s>]*+)*+");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(?:`{3}|~{3}).*+");

    /** The text with a joint before each of these lines, as the parser takes a line that begins with a letter as it is. */
    static String marked(String markdown) {
        StringBuilder marked = new StringBuilder();
        int done = 0;
        boolean inList = false;
        boolean inCode = false;
        boolean underlines = false;
        String before = "";
        int item = NONE;
        boolean behindNothing = true;
        for (int start = 0; start < markdown.length(); ) {
            int end = endOfLine(markdown, start);
            String line = markdown.substring(start, end).stripTrailing();
            boolean fence = FENCE.matcher(line).matches();
            inCode ^= fence;
            int next = end + (markdown.startsWith("\r\n", end) ? 2 : 1);
            boolean underlined = !inCode
                    && NUMBERED.matcher(line).matches()
                    && isUnderlined(markdown, next, behindNothing, isOfList(line, item, behindNothing, underlines));
            underlines |= underlined;
            int joint = inCode || fence ? -1 : beginning(markdown, line, start, next, behindNothing);
            if (joint >= 0) {
                marked.append(markdown, done, joint)
                        .append(markdown.charAt(joint) == '<' ? EastAsianEmphasis.JOINT : ' ');
                done = joint;
            }
            int point = inCode || fence ? NONE : pointOfDate(line);
            if (point > 0) {
                marked.append(markdown, done, start + point).append('\\');
                done = start + point;
            }
            boolean reference = Reference.goesOn(before, line);
            before = line;
            behindNothing = line.isEmpty();
            if (!line.isEmpty() && !line.startsWith("  ")) {
                item = !underlined && NUMBERED.matcher(line).matches() ? number(line) : NONE;
            }
            if (underlined || !inCode && inList && !reference && begins(line)) {
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

    /**
     * Where something is to be put in so that the line is what it plainly means: a blank behind the marks of a heading, and
     * a joint before a line break, as with that the parser begins a block of HTML.
     *
     * @return less than 0 if nothing is
     */
    private static int beginning(String markdown, String line, int start, int next, boolean behindNothing) {
        boolean beforeNothing = next >= markdown.length()
                || markdown.substring(next, endOfLine(markdown, next)).isBlank();
        Matcher heading = HEADING.matcher(line);
        if (heading.lookingAt()) {
            boolean single = line.charAt(heading.end() - 1) == '#' && line.indexOf("##") < 0;
            return !single || behindNothing && beforeNothing ? start + heading.end() : -1;
        }
        Matcher lineBreak = LINE_BREAK.matcher(line);
        boolean words = !LINE_BREAKS.matcher(line).matches() || !beforeNothing;
        return lineBreak.lookingAt() && behindNothing && words ? start + lineBreak.end() : -1;
    }

    /** Where the first full stop of a date stands that the parser would take for the number of an item. */
    private static int pointOfDate(String line) {
        int first = 0;
        while (first < line.length() && " >".indexOf(line.charAt(first)) >= 0) {
            first++;
        }
        return Dates.begin(line.substring(first)) ? line.indexOf('.', first) : NONE;
    }

    /** Below the last of several items, three hyphens are a rule. */
    private static boolean isUnderlined(String markdown, int start, boolean behindNothing, boolean ofList) {
        if (start >= markdown.length()) {
            return false;
        }
        String line = markdown.substring(start, endOfLine(markdown, start));
        boolean longer = behindNothing && line.strip().length() > RULE;
        return UNDERLINE.matcher(line).matches() && (!ofList || line.indexOf('=') >= 0 || longer);
    }

    /** Whether a numbered line goes on with the list before it, in a text that underlines such lines or does not. */
    private static boolean isOfList(String line, int item, boolean behindNothing, boolean underlines) {
        int number = number(line);
        boolean follows = number == item || number == item + 1;
        return item != NONE && (!behindNothing || follows && !underlines);
    }

    private static int number(String line) {
        int end = 0;
        while (Character.isDigit(line.charAt(end))) {
            end++;
        }
        return Integer.parseInt(line, 0, end, 10);
    }

    private static int endOfLine(String markdown, int start) {
        int end = start;
        while (end < markdown.length() && markdown.charAt(end) != '\n' && markdown.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static boolean begins(String line) {
        if (NUMBER.matcher(line).matches()) {
            return "IVX".indexOf(line.charAt(0)) < 0 || isHeading(line);
        }
        if (!HeadingNumber.isNamed(line) || Character.isWhitespace(line.charAt(0))) {
            return false;
        }
        String number = HeadingNumber.of(line).orElse("");
        if (PARTS_OF_ARTICLES.indexOf(number.charAt(number.length() - 1)) >= 0) {
            return false;
        }
        return NUMBER_OF_SENTENCE.matcher(line).matches()
                || HeadingNumber.remove(line).isEmpty()
                || isHeading(line)
                        && !GOES_ON.matcher(line.substring(number.length())).matches();
    }

    /** Whether a line that follows the end of a sentence may be the heading of an article, in whatever way it is numbered. */
    static boolean mayBegin(String line) {
        if (line.isEmpty() || begins(line)) {
            return !line.isEmpty();
        }
        String number = HeadingNumber.of(line).orElse("");
        return !number.isEmpty()
                && isHeading(line)
                && !Character.isLowerCase(number.charAt(0))
                && number.length() < line.length()
                && !Character.isWhitespace(line.charAt(number.length()));
    }

    private static boolean isHeading(String line) {
        return line.length() <= LONGEST_HEADING && SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) < 0;
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
