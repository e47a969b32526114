package io.agreements.keycloak.agreement.text.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.node.Block;
import org.commonmark.node.DefinitionMap;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.Parser.ParserExtension;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;

/** Footnotes as GitHub writes them. */
final class Footnotes implements ParserExtension {

    private static final int INDENT = 4;

    @Override
    public void extend(Parser.Builder parser) {
        parser.customBlockParserFactory(new Factory())
                .linkProcessor(new References())
                .customInlineContentParserFactory(new Marks());
    }

    /** Of several notes with one label the first is the one meant. */
    private static final class NoteParser extends AbstractBlockParser {

        private final FootnoteDefinition note;

        NoteParser(String label) {
            this.note = new FootnoteDefinition(label);
        }

        @Override
        public Block getBlock() {
            return note;
        }

        @Override
        public boolean isContainer() {
            return true;
        }

        @Override
        public boolean canContain(Block child) {
            return true;
        }

        @Override
        public BlockContinue tryContinue(ParserState state) {
            if (state.getIndent() >= INDENT) {
                return BlockContinue.atColumn(state.getColumn() + INDENT);
            }
            return state.isBlank() ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
        }

        @Override
        public List<DefinitionMap<?>> getDefinitions() {
            DefinitionMap<FootnoteDefinition> map = new DefinitionMap<>(FootnoteDefinition.class);
            map.putIfAbsent(note.label(), note);
            return List.of(map);
        }
    }

    private static final class Factory extends AbstractBlockParserFactory {

        @Override
        public BlockStart tryStart(ParserState state, MatchedBlockParser open) {
            CharSequence line = state.getLine().getContent();
            int start = state.getNextNonSpaceIndex();
            if (state.getIndent() >= INDENT
                    || start + 2 >= line.length()
                    || line.charAt(start) != '['
                    || line.charAt(start + 1) != '^') {
                return BlockStart.none();
            }
            int end = start + 2;
            while (end < line.length() && line.charAt(end) > ' ' && line.charAt(end) != ']') {
                end++;
            }
            if (end == start + 2
                    || end + 1 >= line.length()
                    || line.charAt(end) != ']'
                    || line.charAt(end + 1) != ':') {
                return BlockStart.none();
            }
            int words = end + 2;
            while (words < line.length() && (line.charAt(words) == ' ' || line.charAt(words) == '\t')) {
                words++;
            }
            return BlockStart.of(new NoteParser(
                            StandIns.without(line.subSequence(start + 2, end).toString())))
                    .atIndex(words);
        }
    }

    private static final class References implements LinkProcessor {

        @Override
        public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
            if (link.destination() != null) {
                return LinkResult.none();
            }
            String text = StandIns.without(EastAsianEmphasis.without(link.text(scanner)));
            if (text == null || !text.startsWith("^")) {
                return LinkResult.none();
            }
            String label = text.substring(1);
            return context.getDefinition(FootnoteDefinition.class, label) == null
                    ? LinkResult.none()
                    : LinkResult.replaceWith(new FootnoteReference(label), link.afterTextBracket());
        }
    }

    /** References whose bracket the parser does not see, so that it takes none for the end of a link around them. */
    private static final class Marks implements InlineContentParserFactory, InlineContentParser {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of(StandIns.BRACKET);
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            if (!scanner.next('^')) {
                return ParsedInline.none();
            }
            Position start = scanner.position();
            if (scanner.find(']') <= 0) {
                return ParsedInline.none();
            }
            String label = scanner.getSource(start, scanner.position()).getContent();
            scanner.next();
            return ParsedInline.of(
                    new FootnoteReference(StandIns.without(EastAsianEmphasis.without(label))), scanner.position());
        }
    }
}
