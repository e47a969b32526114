package io.agreements.keycloak.agreement.text.outline;

import java.util.List;
import java.util.Optional;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** What a file says of itself at its head, as lines above the text. */
public final class FrontLines extends CustomBlock {

    private FrontLines() {}

    /**
     * @param written the title in the words of the text, which need not be said twice
     * @return empty if there is nothing to say
     */
    static Optional<FrontLines> of(FrontMatter frontMatter, String written) {
        FrontLines lines = new FrontLines();
        for (FrontMatter.Entry entry : frontMatter.entries()) {
            if (!entry.value().isEmpty() && !(entry.isTitle() && entry.value().equals(written))) {
                lines.appendChild(line(entry));
            }
        }
        return lines.getFirstChild() == null ? Optional.empty() : Optional.of(lines);
    }

    private static Paragraph line(FrontMatter.Entry entry) {
        Paragraph line = new Paragraph();
        line.setSourceSpans(List.of(SourceSpan.of(entry.line() - 1, 0, 0, 0)));
        Text words = new Text(entry.value());
        if (entry.isTitle()) {
            StrongEmphasis title = new StrongEmphasis("**");
            title.appendChild(words);
            line.appendChild(title);
        } else {
            line.appendChild(words);
        }
        return line;
    }
}
