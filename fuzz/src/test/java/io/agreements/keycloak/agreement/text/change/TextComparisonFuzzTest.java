package io.agreements.keycloak.agreement.text.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.change.Sections.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.fuzz.Parts;
import io.agreements.keycloak.fuzz.Trial;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Two texts compared: what is shown as new and as kept is all that the newer one says, and of two equal ones nothing differs. */
final class TextComparisonFuzzTest {

    private static final Trial TRIAL = new Trial("comparisons of two texts");

    private final OutlineReader reader = new OutlineReader();
    private final TextComparer comparer = new TextComparer();

    @DictionaryEntries({"\\x0A====\\x0A", "\\x0A## ", "1. ", "\\x0A\\x0A", "\\x0A- ", "service", " ", "**", "<b\\x0A>"})
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void showsAllOfTheNewerAndNothingOfTheSame(byte[] input) throws Exception {
        Parts parts = new Parts(input);
        String older = parts.text(0);
        String newer = parts.text(1);
        Locale locale = Locale.forLanguageTag(parts.text(2).strip());
        TRIAL.run(input, () -> {
            TextChanges changes;
            try {
                assertThat(comparer.changes(newer, newer, locale).isEmpty()).isTrue();
                changes = comparer.changes(older, newer, locale);
            } catch (TextRefusedException e) {
                assertThat(e.isLasting()).isTrue();
                return TextComparer.changesUnread(newer, newer, locale).isEmpty();
            }
            assertThat(letters(shown(changes, newer))).isEqualTo(letters(words(newer)));
            return !changes.isEmpty();
        });
    }

    /** What is shown of the newer text: of articles that are gone nothing, of those untouched what they say. */
    private String shown(TextChanges changes, String newer) {
        StringBuilder shown = new StringBuilder(passages(changes.preamble()));
        if (changes.preamble().paragraphs().isEmpty()) {
            shown.append(preamble(newer));
        }
        for (TextChanges.Article article : changes.articles()) {
            if (article.kind() != Kind.REMOVED) {
                shown.append(article.heading());
                shown.append(article.paragraphs().isEmpty() ? body(newer, article.heading()) : passages(article));
            }
        }
        return shown.toString();
    }

    private static String passages(TextChanges.Article article) {
        return article.paragraphs().stream()
                .flatMap(paragraph -> paragraph.passages().stream())
                .filter(passage -> passage.kind() != Kind.REMOVED)
                .map(TextChanges.Passage::words)
                .collect(Collectors.joining());
    }

    private String words(String text) {
        List<String> headings =
                articles(text).stream().map(Article::heading).distinct().toList();
        return preamble(text)
                + headings.stream()
                        .map(heading -> heading + body(text, heading))
                        .collect(Collectors.joining());
    }

    private String preamble(String text) {
        return comparer.changes("", text, Locale.ROOT).preamble().paragraphs().stream()
                .flatMap(paragraph -> paragraph.passages().stream())
                .map(TextChanges.Passage::words)
                .collect(Collectors.joining());
    }

    private String body(String text, String heading) {
        return articles(text).stream()
                .filter(article -> article.heading().equals(heading))
                .flatMap(article -> article.paragraphs().stream())
                .collect(Collectors.joining());
    }

    private List<Article> articles(String text) {
        return Sections.of(reader.read(text)).articles();
    }

    private static String letters(String words) {
        return words.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
