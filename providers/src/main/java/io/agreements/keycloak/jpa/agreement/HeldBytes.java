package io.agreements.keycloak.jpa.agreement;

import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.html.RenderedText;
import io.agreements.keycloak.agreement.text.outline.AttentionClause;
import java.util.List;
import java.util.function.ToLongFunction;

/** How much memory something takes, about: a string a byte for each character, or two if one of them is beyond Latin-1. */
final class HeldBytes {

    /** Of an object with a few fields. */
    private static final int OBJECT = 40;

    /** Of a string and its array, without characters. */
    private static final int STRING = 48;

    private static final char LAST_OF_LATIN_1 = '\u00ff';

    private HeldBytes() {}

    static long of(String words) {
        if (words == null) {
            return 0;
        }
        boolean isLatin1 = words.chars().allMatch(character -> character <= LAST_OF_LATIN_1);
        return STRING + (isLatin1 ? 1L : 2L) * words.length();
    }

    static long of(RenderedText text) {
        return OBJECT + of(text.html()) + sum(text.contents(), link -> OBJECT + of(link.heading()) + of(link.anchor()));
    }

    static long of(List<AttentionClause> clauses) {
        return sum(clauses, clause -> OBJECT + of(clause.article()) + of(clause.anchor()) + of(clause.digest()));
    }

    static long of(TextChanges changes) {
        return OBJECT
                + of(changes.preamble())
                + sum(changes.articles(), HeldBytes::of)
                + sum(
                        changes.differences(),
                        difference ->
                                OBJECT + of(difference.article()) + of(difference.before()) + of(difference.after()));
    }

    private static long of(TextChanges.Article article) {
        return 2 * OBJECT
                + of(article.heading())
                + of(article.formerHeading())
                + sum(article.paragraphs(), HeldBytes::of);
    }

    private static long of(TextChanges.Paragraph paragraph) {
        return OBJECT
                + of(paragraph.marker())
                + passages(paragraph.passages())
                + sum(paragraph.cells(), cell -> OBJECT + passages(cell.passages()));
    }

    private static long passages(List<TextChanges.Passage> passages) {
        return sum(passages, passage -> OBJECT + of(passage.words()));
    }

    private static <T> long sum(List<T> parts, ToLongFunction<T> bytes) {
        return OBJECT + parts.stream().mapToLong(bytes).sum();
    }
}
