package io.agreements.keycloak.agreement.text.outline;

import io.agreements.keycloak.agreement.text.markdown.Alert;
import io.agreements.keycloak.agreement.text.markdown.MarkdownReader;
import io.agreements.keycloak.agreement.text.markdown.NumberedItem;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import io.agreements.keycloak.agreement.text.number.HeadingNumber;
import io.agreements.keycloak.agreement.text.number.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.Block;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Finds what a document uses for the headings of its articles, and makes headings of it: a level of headings, or bold
 * lines, or lines that begin with a number.
 */
final class ArticleFinder {

    /** The level articles are shown at. */
    static final int LEVEL = 2;

    private static final int DEEPEST = 6;
    private static final int LONGEST_HEADING = 60;
    private static final String SENTENCE_ENDS = "。；;，,.!！?？";

    private final Node document;
    private final List<Node> blocks = new ArrayList<>();

    ArticleFinder(Node document) {
        this.document = document;
        collect(document);
    }

    /** What stands by itself; a quotation that is set off counts as what is in it, and a heading without words as nothing. */
    private void collect(Node parent) {
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Alert) {
                collect(block);
            } else if (!(block instanceof Heading) || block.getFirstChild() != null) {
                blocks.add(block);
            }
        }
    }

    /** The headings of its articles, in order. */
    List<Heading> find() {
        int level = isTitleOfLines() ? 0 : level();
        Chapters chapters = new Chapters(blocks, level);
        int ofArticles = chapters.levelBelow();
        boolean aboveLines = chapters.areChapters() && ofArticles == level && namedLines(chapters) > 1;
        if (level > 0 && !aboveLines) {
            List<Heading> above = chapters.above(ofArticles);
            shift(ofArticles);
            return Chapters.withoutThem(headings(LEVEL), above, blocks);
        }
        List<Heading> above = aboveLines ? chapters.above(level + 1) : List.of();
        if (aboveLines) {
            shift(level);
        }
        List<Heading> found = byLines();
        if (!found.isEmpty()) {
            title();
        }
        return Chapters.withoutThem(found, above, blocks());
    }

    private List<Heading> byLines() {
        List<Heading> found = bold();
        return found.isEmpty() ? numbered() : found;
    }

    /** What stands by itself, now that headings were made of lines. */
    private List<Node> blocks() {
        blocks.clear();
        collect(document);
        return blocks;
    }

    /** Bold or not: those that begin with the number of what stands below such headings. */
    private long namedLines(Chapters chapters) {
        long bold = boldLines().stream()
                .filter(line -> chapters.isBelow(words(line)))
                .count();
        return Math.max(bold, numberedLines().filter(chapters::isBelow).count());
    }

    private Stream<String> numberedLines() {
        return blocks.stream()
                .filter(Paragraph.class::isInstance)
                .flatMap(paragraph -> beginnings(lines((Paragraph) paragraph)))
                .filter(ArticleFinder::isNumberedLine);
    }

    /** Lines that do not go on with the sentence of the line before. */
    private static Stream<String> beginnings(List<String> lines) {
        return IntStream.range(0, lines.size())
                .filter(line -> line == 0 || !Reference.goesOn(lines.get(line - 1), lines.get(line)))
                .mapToObj(lines::get);
    }

    /** A heading that stands alone above lines with the numbers of articles is what the text calls itself, whatever its level. */
    private boolean isTitleOfLines() {
        if (!(document.getFirstChild() instanceof Heading title)
                || blocks.stream().filter(Heading.class::isInstance).count() > 1
                || HeadingNumber.of(words(title)).isPresent()) {
            return false;
        }
        long bold = boldLines().stream()
                .filter(line -> HeadingNumber.of(words(line)).isPresent())
                .count();
        if (Math.max(bold, numberedLines().count()) < 2) {
            return false;
        }
        title.setLevel(1);
        return true;
    }

    /** The level of headings that articles have; 0 if none has. */
    private int level() {
        int[] count = new int[DEEPEST + 1];
        int first = 0;
        int named = 0;
        for (Node block : blocks) {
            if (block instanceof Heading heading) {
                count[heading.getLevel()]++;
                first = first == 0 ? heading.getLevel() : first;
                named += heading.getLevel() == 1
                                && HeadingNumber.of(words(heading)).isPresent()
                        ? 1
                        : 0;
            }
        }
        int lower = LEVEL;
        while (lower < DEEPEST && count[lower] == 0) {
            lower++;
        }
        if (count[1] > 1 && named * 2 < count[1] && first == 1 && count[lower] >= count[1]) {
            return lower;
        }
        for (int level = 1; level <= DEEPEST; level++) {
            if (count[level] > 1) {
                return level;
            }
        }
        for (int level = 2; level <= DEEPEST; level++) {
            if (count[level] > 0) {
                return level;
            }
        }
        return 0;
    }

    private void shift(int level) {
        if (level == LEVEL) {
            return;
        }
        for (Node node = document; node != null; node = MarkdownReader.following(node)) {
            if (node instanceof Heading heading) {
                int shifted = heading.getLevel() - level + LEVEL;
                heading.setLevel(heading.getLevel() < level ? 1 : Math.min(DEEPEST, shifted));
            }
        }
    }

    private List<Heading> headings(int level) {
        List<Heading> headings = new ArrayList<>();
        for (Node block : blocks) {
            if (block instanceof Heading heading && heading.getLevel() == level) {
                headings.add(heading);
            }
        }
        return headings;
    }

    /** Lines that are bold from end to end; if some of them have numbers, only these. */
    private List<Heading> bold() {
        List<StrongEmphasis> lines = boldLines();
        List<StrongEmphasis> withNumber = lines.stream()
                .filter(line -> HeadingNumber.of(words(line)).isPresent())
                .toList();
        List<StrongEmphasis> meant = withNumber.isEmpty()
                ? lines.stream().filter(line -> line.getPrevious() == null).toList()
                : withNumber;
        if (withNumber.isEmpty() && (meant.size() < 2 || blocks.stream().anyMatch(this::isNumbered))) {
            return List.of();
        }
        List<Heading> headings = new ArrayList<>();
        for (int place = meant.size() - 1; place >= 0; place--) {
            StrongEmphasis bold = meant.get(place);
            Paragraph line = alone(bold);
            Heading heading = heading(line);
            for (Node child = bold.getFirstChild(); child != null; child = bold.getFirstChild()) {
                heading.appendChild(child);
            }
            line.insertBefore(heading);
            line.unlink();
            headings.add(heading);
        }
        Collections.reverse(headings);
        blocks.clear();
        collect(document);
        return headings;
    }

    private List<StrongEmphasis> boldLines() {
        List<StrongEmphasis> lines = new ArrayList<>();
        for (Node block : blocks) {
            for (Node child = block.getFirstChild();
                    block instanceof Paragraph && child != null;
                    child = child.getNext()) {
                if (child instanceof StrongEmphasis bold
                        && isEdge(bold.getPrevious())
                        && isEdge(bold.getNext())
                        && isBoldHeading(words(bold))) {
                    lines.add(bold);
                }
            }
        }
        return lines;
    }

    /** Behind a number there may be a full stop. */
    private static boolean isBoldHeading(String words) {
        boolean stopped = words.endsWith(".") || words.endsWith("。");
        return isHeading(words, true)
                || stopped
                        && HeadingNumber.of(words).isPresent()
                        && isHeading(words.substring(0, words.length() - 1), false);
    }

    /** Of a line. */
    private static boolean isEdge(Node beside) {
        return beside == null || isBreak(beside);
    }

    private static boolean isBreak(Node node) {
        return node instanceof SoftLineBreak || node instanceof HardLineBreak;
    }

    /** What stands before it and behind it in its paragraph becomes others. */
    private static Paragraph alone(StrongEmphasis line) {
        if (line.getNext() != null) {
            moveBehind((Paragraph) line.getParent(), line.getNext());
        }
        if (line.getPrevious() != null) {
            Paragraph before = (Paragraph) line.getParent();
            moveBehind(before, line.getPrevious());
            if (before.getFirstChild() == before.getLastChild() && isEdge(before.getFirstChild())) {
                before.unlink();
            }
        }
        return (Paragraph) line.getParent();
    }

    private boolean isNumbered(Node block) {
        return block instanceof Paragraph paragraph && isNumberedLine(firstLine(paragraph));
    }

    /** {@code 第三条 …} and {@code Article 3: …}, but not {@code Article 3 of the Act applies.} */
    private static boolean isNumberedLine(String line) {
        if (!HeadingNumber.isNamed(line)) {
            return false;
        }
        String words = line.strip();
        int end = HeadingNumber.of(words).orElse("").length();
        return isHeading(words, true)
                || end == words.length()
                || !Character.isLetterOrDigit(words.codePointAt(end))
                        && (words.charAt(end) != ' ' || Character.isIdeographic(words.codePointAt(end - 1)));
    }

    /** Lines that each begin with the number of an article are a paragraph each. */
    private void takeApart(Predicate<Paragraph> taken, BiPredicate<String, String> begins) {
        for (Node block : List.copyOf(blocks)) {
            if (!(block instanceof Paragraph paragraph) || !taken.test(paragraph)) {
                continue;
            }
            List<String> lines = lines(paragraph);
            int line = lines.size();
            Node child = paragraph.getLastChild();
            while (child != null) {
                Node previous = child.getPrevious();
                line -= isBreak(child) ? 1 : 0;
                if (child instanceof HardLineBreak
                        && child.getNext() != null
                        && begins.test(lines.get(line - 1), beginning(child.getNext()))) {
                    moveBehind(paragraph, child);
                }
                child = previous;
            }
        }
        blocks.clear();
        collect(document);
    }

    /** The words a line begins with, bold or not. */
    private static String beginning(Node first) {
        return first instanceof Text text
                ? text.getLiteral()
                : first instanceof StrongEmphasis || first instanceof Emphasis ? words(first) : "";
    }

    /** Moves what follows the break into a paragraph behind. */
    private static void moveBehind(Paragraph paragraph, Node lineBreak) {
        Paragraph behind = new Paragraph();
        behind.setSourceSpans(lineBreak.getNext().getSourceSpans());
        for (Node child = lineBreak.getNext(); child != null; child = lineBreak.getNext()) {
            behind.appendChild(child);
        }
        lineBreak.unlink();
        paragraph.insertAfter(behind);
    }

    /** Lines that begin with {@code 第一条}, or with {@code 1.} and are followed by what stands below them. */
    private List<Heading> numbered() {
        takeApart(paragraph -> true, (before, line) -> isNumberedLine(line) && !Reference.goesOn(before, line));
        List<Node> named = blocks.stream().filter(this::isNumbered).toList();
        if (!named.isEmpty()) {
            return named.stream().map(block -> split((Paragraph) block)).toList();
        }
        Optional<PointedLine> first = firstPointed();
        if (first.isEmpty()) {
            return List.of();
        }
        takeApart(
                paragraph -> heads(first.get(), paragraph),
                (before, line) -> first.get().isLike(line) && isHeading(line, false));
        PointedLine way = first.get();
        List<Node> pointed =
                blocks.stream().filter(block -> isPointed(block, way)).toList();
        boolean alone = pointed.size() == 1 && blocks.indexOf(pointed.get(0)) > 1;
        if (pointed.isEmpty() || alone && !isSurelyOfArticles(pointed.get(0))) {
            return List.of();
        }
        List<Heading> headings = new ArrayList<>();
        for (Node block : pointed) {
            if (block instanceof OrderedList list) {
                headings.addAll(unlisted(list));
            } else {
                headings.add(split((Paragraph) block));
            }
        }
        return headings;
    }

    /** The way in which the first such line is numbered that has something below it. */
    private Optional<PointedLine> firstPointed() {
        for (Node block : blocks) {
            if (block instanceof OrderedList list && isListOfArticles(list)) {
                return Optional.of(PointedLine.ofItems());
            }
            if (block instanceof Paragraph paragraph) {
                Optional<PointedLine> first = lines(paragraph).stream()
                        .filter(ArticleFinder::isPointedLine)
                        .map(PointedLine::of)
                        .distinct()
                        .filter(way -> heads(way, paragraph))
                        .findFirst();
                if (first.isPresent()) {
                    return first;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean heads(PointedLine way, Paragraph paragraph) {
        return way.heads(lines(paragraph), paragraph.getNext() != null && !isLike(way, paragraph.getNext()));
    }

    private static boolean isPointedLine(String line) {
        boolean number = HeadingNumber.of(line)
                .filter(found -> !isOfItem(found.charAt(0)) && !isOfHeading(found))
                .isPresent();
        return number
                && !HeadingNumber.remove(line).isEmpty()
                && !line.strip().matches("(?s)\\p{Nd}++\\s(?![-–—]\\s\\P{Nd}).*+")
                && isHeading(line, false);
    }

    /** {@code (1)}, {@code [1]}, {@code ⑴}, {@code a.}, {@code iii.} */
    private static boolean isOfItem(char first) {
        return "(（[［".indexOf(first) >= 0
                || Character.isLowerCase(first)
                || first >= '\u2474' && first <= '\u2487'
                || first >= '\u3220' && first <= '\u3229';
    }

    /** {@code No. 3}: elsewhere that is the number of a house as well. */
    private static boolean isOfHeading(String number) {
        char first = number.charAt(0);
        return "#№".indexOf(first) >= 0
                || first != '第'
                        && Character.isLetter(first)
                        && number.codePoints().anyMatch(Character::isDigit);
    }

    /** {@code 1. Data}, {@code III. Data} or {@code 三、…}, with something below it. */
    private static boolean isPointed(Node block, PointedLine way) {
        if (block instanceof OrderedList list) {
            return way.equals(PointedLine.ofItems()) && isListOfArticles(list);
        }
        if (!(block instanceof Paragraph paragraph)) {
            return false;
        }
        List<String> lines = lines(paragraph);
        boolean below = lines.size() > 1
                ? !way.isLike(lines.get(1))
                : paragraph.getNext() != null && !isLike(way, paragraph.getNext());
        return below && way.isLike(lines.get(0)) && isPointedLine(lines.get(0));
    }

    private static boolean isLike(PointedLine way, Node next) {
        return next instanceof Paragraph paragraph && way.isLike(firstLine(paragraph));
    }

    /** Three or more, each with something below it, wherever it stands. */
    private static boolean isSurelyOfArticles(Node block) {
        int items = 0;
        for (Node item = block.getFirstChild(); block instanceof OrderedList && item != null; item = item.getNext()) {
            items++;
            if (item.getFirstChild() == item.getLastChild() && !hasLines((Paragraph) item.getFirstChild())) {
                return false;
            }
        }
        return items > 2;
    }

    private static boolean isListOfArticles(OrderedList list) {
        boolean single = list.getFirstChild() == list.getLastChild();
        if (!".".equals(list.getMarkerDelimiter())) {
            return false;
        }
        int items = 0;
        int withMore = 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (!(item.getFirstChild() instanceof Paragraph paragraph) || !isHeading(firstLine(paragraph), false)) {
                return false;
            }
            items++;
            boolean more = hasLines(paragraph) || paragraph.getNext() != null;
            boolean followed = single
                    && list.getNext() != null
                    && !(list.getNext() instanceof OrderedList)
                    && paragraph.getNext() == null;
            withMore += more || followed ? 1 : 0;
        }
        return 2 * withMore > items;
    }

    private List<Heading> unlisted(OrderedList list) {
        List<Heading> headings = new ArrayList<>();
        int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (Node item = list.getFirstChild(); item != null; item = list.getFirstChild()) {
            number = item instanceof NumberedItem numbered ? numbered.number() : number;
            Paragraph paragraph = (Paragraph) item.getFirstChild();
            list.insertBefore(paragraph);
            for (Node child = item.getFirstChild(); child != null; child = item.getFirstChild()) {
                list.insertBefore(child);
            }
            item.unlink();
            paragraph.prependChild(new Text(number + ". "));
            headings.add(split(paragraph));
            number++;
        }
        list.unlink();
        return headings;
    }

    /** Makes a heading of the first line; if that is a sentence, of its number. */
    private Heading split(Paragraph paragraph) {
        String line = firstLine(paragraph);
        Heading heading = heading(paragraph);
        paragraph.insertBefore(heading);
        String sentence = HeadingNumber.remove(line);
        if (!isHeading(line, true)
                && !sentence.isEmpty()
                && paragraph.getFirstChild() instanceof Text text
                && HeadingNumber.of(text.getLiteral()).isPresent()) {
            String words = text.getLiteral().strip();
            String rest = HeadingNumber.remove(words);
            heading.appendChild(
                    new Text(words.substring(0, words.length() - rest.length()).strip()));
            boolean spaced = text.getLiteral().endsWith(" ") && !rest.isEmpty();
            text.setLiteral(spaced ? rest + " " : rest);
            return heading;
        }
        Node child = paragraph.getFirstChild();
        while (child != null && !(child instanceof SoftLineBreak || child instanceof HardLineBreak)) {
            Node next = child.getNext();
            heading.appendChild(child);
            child = next;
        }
        if (child != null) {
            child.unlink();
        }
        if (paragraph.getFirstChild() == null) {
            paragraph.unlink();
        }
        return heading;
    }

    /** A first line that stands by itself is what the text calls itself. */
    private void title() {
        if (document.getFirstChild() instanceof Paragraph paragraph
                && paragraph.getNext() != null
                && !hasLines(paragraph)
                && isHeading(words(paragraph), false)) {
            Heading heading = heading(paragraph);
            heading.setLevel(1);
            for (Node child = paragraph.getFirstChild(); child != null; child = paragraph.getFirstChild()) {
                heading.appendChild(child);
            }
            paragraph.insertBefore(heading);
            paragraph.unlink();
        }
    }

    private static Heading heading(Block inPlaceOf) {
        Heading heading = new Heading();
        heading.setLevel(LEVEL);
        heading.setSourceSpans(inPlaceOf.getSourceSpans());
        return heading;
    }

    private static boolean isHeading(String line, boolean lenient) {
        String words = line.strip();
        return !words.isEmpty()
                && width(words) <= (lenient ? 2 * LONGEST_HEADING : LONGEST_HEADING)
                && SENTENCE_ENDS.indexOf(words.charAt(words.length() - 1)) < 0;
    }

    private static int width(String words) {
        return words.codePoints()
                .limit(4L * LONGEST_HEADING)
                .map(one -> one >= 0x2E80 ? 2 : 1)
                .sum();
    }

    private static boolean hasLines(Paragraph paragraph) {
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                return true;
            }
        }
        return false;
    }

    private static List<String> lines(Paragraph paragraph) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof SoftLineBreak || child instanceof HardLineBreak) {
                lines.add(line.toString().strip());
                line.setLength(0);
            } else {
                line.append(child instanceof Text text ? text.getLiteral() : String.join(" ", PlainWords.of(child)));
            }
        }
        lines.add(line.toString().strip());
        return lines;
    }

    private static String firstLine(Paragraph paragraph) {
        StringBuilder line = new StringBuilder();
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof SoftLineBreak
                    || child instanceof HardLineBreak
                    || line.length() > 4 * LONGEST_HEADING) {
                break;
            }
            line.append(child instanceof Text text ? text.getLiteral() : String.join(" ", PlainWords.of(child)));
        }
        return line.toString().strip();
    }

    static String words(Node heading) {
        return String.join(" ", PlainWords.of(heading));
    }
}
