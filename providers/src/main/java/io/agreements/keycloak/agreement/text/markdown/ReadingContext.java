package io.agreements.keycloak.agreement.text.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.delimiter.DelimiterProcessor;

/** What the parser of a paragraph knows of the rest of the text: definitions only of links that may lead there. */
final class ReadingContext implements InlineParserContext {

    private final InlineParserContext context;
    private final LinkDefinitions definitions;

    ReadingContext(InlineParserContext context, LinkDefinitions definitions) {
        this.context = context;
        this.definitions = definitions;
    }

    @Override
    public List<InlineContentParserFactory> getCustomInlineContentParserFactories() {
        return context.getCustomInlineContentParserFactories();
    }

    @Override
    public List<DelimiterProcessor> getCustomDelimiterProcessors() {
        return context.getCustomDelimiterProcessors();
    }

    @Override
    public List<LinkProcessor> getCustomLinkProcessors() {
        return context.getCustomLinkProcessors();
    }

    @Override
    public Set<Character> getCustomLinkMarkers() {
        return context.getCustomLinkMarkers();
    }

    @Override
    public int getMaxInlineNesting() {
        return context.getMaxInlineNesting();
    }

    @Override
    @SuppressWarnings("deprecation")
    public LinkReferenceDefinition getLinkReferenceDefinition(String label) {
        return getDefinition(LinkReferenceDefinition.class, label);
    }

    @Override
    public <D> D getDefinition(Class<D> type, String label) {
        D definition = context.getDefinition(type, EastAsianEmphasis.without(label));
        if (definition == null && type == LinkReferenceDefinition.class) {
            definitions.miss(StandIns.without(EastAsianEmphasis.without(label)));
        }
        return type == LinkReferenceDefinition.class
                ? type.cast(definitions.give((LinkReferenceDefinition) definition))
                : definition;
    }
}
