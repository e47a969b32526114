package io.agreements.keycloak.testing.documents;

import io.agreements.keycloak.testing.documents.MarkdownDocument.Mention;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Goes through a parsed document once. */
final class MarkdownReader extends AbstractVisitor {
    private final String name;
    private final List<Step> steps = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> anchors = new LinkedHashSet<>();
    private final Deque<Section> open = new ArrayDeque<>();

    MarkdownReader(String name) {
        this.name = name;
    }

    MarkdownDocument document() {
        return new MarkdownDocument(name, List.copyOf(steps), List.copyOf(mentions), anchors);
    }

    @Override
    public void visit(Heading heading) {
        while (!open.isEmpty() && open.peek().level() >= heading.getLevel()) {
            open.pop();
        }
        open.push(new Section(heading.getLevel(), newAnchor(heading)));
        visitChildren(heading);
    }

    @Override
    public void visit(HtmlBlock html) {
        mark(html).ifPresent(mark -> {
            if (!mark.kind().isAboutCode()) {
                steps.add(new Step(name, line(html), sections(), Optional.of(mark), "", ""));
            } else if (!isCode(html.getNext())) {
                throw new IllegalArgumentException(name + ":" + line(html) + ": the mark has no code right below it");
            }
        });
    }

    @Override
    public void visit(FencedCodeBlock block) {
        if (block.getInfo() == null || block.getInfo().isBlank()) {
            throw new IllegalArgumentException(
                    name + ":" + line(block) + ": say what the block is in, such as ```json or ```text");
        }
        addCode(block, line(block) + 1, block.getInfo().strip(), block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        addCode(block, line(block), Step.SHELL, block.getLiteral());
    }

    @Override
    public void visit(Link link) {
        mentions.add(new Mention(line(link), link.getDestination(), true));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        mentions.add(new Mention(line(image), image.getDestination(), true));
    }

    @Override
    public void visit(Code code) {
        mentions.add(new Mention(line(code), code.getLiteral(), false));
    }

    private void addCode(Node block, int line, String language, String code) {
        Optional<Mark> mark = block.getPrevious() instanceof HtmlBlock html
                ? mark(html).filter(found -> found.kind().isAboutCode())
                : Optional.empty();
        steps.add(new Step(name, line, sections(), mark, language, code));
    }

    private Optional<Mark> mark(HtmlBlock html) {
        try {
            return Mark.in(html.getLiteral());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ":" + line(html) + ": " + e.getMessage(), e);
        }
    }

    private static boolean isCode(Node node) {
        return node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock;
    }

    private List<String> sections() {
        return open.stream().map(Section::anchor).toList();
    }

    private String newAnchor(Heading heading) {
        String words = words(heading);
        String slug = words.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                .replace(' ', '-');
        String anchor = slug;
        for (int i = 1; !anchors.add(anchor); i++) {
            anchor = slug + "-" + i;
        }
        return anchor;
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }

    private static int line(Node node) {
        return node.getSourceSpans().get(0).getLineIndex() + 1;
    }

    private record Section(int level, String anchor) {}
}
