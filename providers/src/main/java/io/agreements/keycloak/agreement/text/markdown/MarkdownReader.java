package io.agreements.keycloak.agreement.text.markdown;

import io.agreements.keycloak.agreement.text.TextRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.Parser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.BlockStart;

/**
 * Reads Markdown (CommonMark with GitHub's tables, footnotes, strikethrough, task lists, addresses and alerts) within a
 * budget, so that every word of it is seen. For each bracket of a paragraph the parser may look through all of the
 * paragraph, and for each mark of emphasis through all the others, so that is counted before it begins; blocks and
 * emphasis nest so deep and no deeper, and what is beyond that is read as words; a clock has the last say.
 */
public final class MarkdownReader {

    /** Characters looked through for brackets and emphasis, all paragraphs together: a fraction of a second. */
    static final long MOST_STEPS = 200_000_000;

    /** Lists and quotations within each other; a list and its item count as two. */
    static final int DEEPEST_BLOCKS = 40;

    /** Emphasis and pictures within each other. */
    static final int DEEPEST_INLINES = 40;

    /** Characters of all addresses together, each as often as it is linked to. */
    static final int LONGEST_ADDRESSES = 1024 * 1024;

    static final Duration LONGEST_TIME = Duration.ofSeconds(10);

    /** Cells of one table, those that the author leaves out included. */
    static final int MOST_CELLS = 100_000;

    /** All of CommonMark but code by indentation: whoever indents a clause does not mean code. Tried in this order. */
    private static final Set<Class<? extends Block>> BLOCKS = new LinkedHashSet<>(List.of(
            BlockQuote.class,
            Heading.class,
            FencedCodeBlock.class,
            HtmlBlock.class,
            ThematicBreak.class,
            ListBlock.class));

    private static final int EXCERPT = 40;

    private final InstantSource clock;

    public MarkdownReader(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws TextRefusedException if it does not fit the budget */
    public ReadMarkdown read(String text) {
        String markdown = ArticleLines.marked(StandIns.in(text));
        Budget budget = new Budget(clock);
        LinkDefinitions definitions = new LinkDefinitions();
        String source = markdown;
        Node document = parse(source, definitions, budget);
        List<LostLink> lost = definitions.lost(document);
        List<LinkReferenceDefinition> unneeded = definitions.words(document);
        SortedSet<Integer> words = new TreeSet<>(LinkDefinitions.places(markdown, unneeded));
        words.addAll(SurplusCells.bars(markdown, document));
        if (!words.isEmpty()) {
            source = marked(markdown, words, LinkDefinitions.behindWords(markdown, document, unneeded));
            definitions = new LinkDefinitions();
            document = parse(source, definitions, budget);
            LinkDefinitions.show(source, definitions.words(document));
        }
        requireAddresses(document);
        return new ReadMarkdown(document, lost);
    }

    /** The text with a backslash wherever words are, and a joint where a paragraph begins. */
    private static String marked(String markdown, SortedSet<Integer> words, List<Integer> beginnings) {
        SortedSet<Integer> places = new TreeSet<>(words);
        places.addAll(beginnings);
        StringBuilder marked = new StringBuilder(markdown.length() + places.size());
        int done = 0;
        for (int place : places) {
            marked.append(markdown, done, place).append(words.contains(place) ? '\\' : EastAsianEmphasis.JOINT);
            done = place;
        }
        return marked.append(markdown, done, markdown.length()).toString();
    }

    private static Node parse(String markdown, LinkDefinitions definitions, Budget budget) {
        budget.startAgain();
        Node document;
        try {
            document = parser(definitions, budget).parse(markdown);
        } catch (TextRefusedException e) {
            throw e;
        } catch (IllegalArgumentException tooManyCells) {
            throw TextRefusedException.because(
                    "content has a table of more than " + MOST_CELLS + " cells. Make several of it");
        }
        definitions.settle(document);
        new VisibleWords(markdown).show(document);
        return document;
    }

    private static Parser parser(LinkDefinitions definitions, Budget budget) {
        Addresses addresses = new Addresses();
        return Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .enabledBlockTypes(BLOCKS)
                .maxOpenBlockParsers(DEEPEST_BLOCKS)
                .maxInlineNesting(DEEPEST_INLINES)
                .customBlockParserFactory((state, open) -> {
                    budget.requireTime();
                    return BlockStart.none();
                })
                .customBlockParserFactory(new ArticleLines())
                .extensions(List.of(
                        TablesExtension.builder().maxCells(MOST_CELLS).build(),
                        StrikethroughExtension.create(),
                        new Footnotes(),
                        TaskListItemsExtension.create()))
                .postProcessor(StandIns::restore)
                .postProcessor(addresses::remember)
                .extensions(List.of(AutolinkExtension.create()))
                .postProcessor(addresses::end)
                .inlineParserFactory(
                        context -> budget.counting(new InlineParserImpl(new ReadingContext(context, definitions))))
                .build();
    }

    /** The line of the text a node stands in, from 1. */
    public static int line(Node node) {
        for (Node place = node; place != null; place = place.getParent()) {
            if (!place.getSourceSpans().isEmpty()) {
                return place.getSourceSpans().get(0).getLineIndex() + 1;
            }
        }
        return 1;
    }

    private static void requireAddresses(Node document) {
        long length = 0;
        for (Node node = document; node != null; node = following(node)) {
            if (node instanceof Link link) {
                length += length(link.getDestination()) + length(link.getTitle());
            } else if (node instanceof Image image) {
                length += length(image.getDestination()) + length(image.getTitle());
            }
        }
        if (length > LONGEST_ADDRESSES) {
            throw TextRefusedException.because("content has links whose addresses come to " + length
                    + " characters; there is room for " + LONGEST_ADDRESSES);
        }
    }

    private static int length(String words) {
        return words == null ? 0 : words.length();
    }

    /** The next node of the document in the order of the text, without going deep. */
    public static Node following(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        for (Node over = node; over != null; over = over.getParent()) {
            if (over.getNext() != null) {
                return over.getNext();
            }
        }
        return null;
    }

    /** What is left of what one text may cost. */
    private static final class Budget {

        private final InstantSource clock;
        private final Instant end;
        private long steps;

        Budget(InstantSource clock) {
            this.clock = clock;
            this.end = clock.instant().plus(LONGEST_TIME);
        }

        /** Time goes on. */
        void startAgain() {
            steps = 0;
        }

        InlineParser counting(InlineParser parser) {
            return (lines, block) -> {
                requireTime();
                requireSteps(lines);
                parser.parse(EastAsianEmphasis.joined(lines), block);
            };
        }

        void requireTime() {
            if (clock.instant().isAfter(end)) {
                throw TextRefusedException.tooSlow(LONGEST_TIME.toSeconds());
            }
        }

        private void requireSteps(SourceLines paragraph) {
            long brackets = 0;
            long marks = 0;
            long length = 0;
            for (SourceLine line : paragraph.getLines()) {
                CharSequence characters = line.getContent();
                length += characters.length();
                for (int place = 0; place < characters.length(); place++) {
                    char character = characters.charAt(place);
                    if (character == '[' || character == ']' || character == '<' || character == '`') {
                        brackets++;
                    } else if (isMark(character) && (place == 0 || characters.charAt(place - 1) != character)) {
                        marks++;
                    }
                }
            }
            steps += brackets * length + marks * marks;
            if (steps > MOST_STEPS) {
                throw TextRefusedException.because("content has a paragraph of " + length + " characters with "
                        + brackets
                        + " brackets or backquotes and " + marks + " marks of emphasis, which is too intricate: \""
                        + excerpt(paragraph) + "…\". Break it up");
            }
        }

        private static boolean isMark(char character) {
            return character == '*' || character == '_' || character == '~';
        }

        private static String excerpt(SourceLines paragraph) {
            CharSequence first = paragraph.getLines().get(0).getContent();
            String words = StandIns.without(EastAsianEmphasis.without(first.toString()));
            int end = words.offsetByCodePoints(0, Math.min(EXCERPT, words.codePointCount(0, words.length())));
            return words.substring(0, end);
        }
    }
}
