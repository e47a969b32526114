package io.agreements.keycloak.agreement.text.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.change.TextChanges.Aspect;
import io.agreements.keycloak.agreement.text.change.TextChanges.Difference;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import io.agreements.keycloak.fuzz.Parts;
import io.agreements.keycloak.fuzz.Trial;
import java.util.Locale;
import java.util.stream.Collectors;

/** Two texts compared: what is shown as new and as kept is all that the newer one says, and nothing differs of equal ones alone. */
final class TextComparisonFuzzTest {

    private static final Trial TRIAL = new Trial("comparisons of two texts");

    private final OutlineReader reader = new OutlineReader();
    private final TextComparer comparer = new TextComparer();

    @DictionaryEntries({
        "\\x0A====\\x0A",
        "\\x0A## ",
        "1. ",
        "\\x0A\\x0A",
        "\\x0A- ",
        "service",
        " ",
        "**",
        "<b\\x0A>",
        "| a | b |\\x0A|---|---|\\x0A",
        "\\xC2\\xA0",
        "\\xE2\\x80\\x8B"
    })
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
            assertThat(letters(shown(changes, Kind.REMOVED))).isEqualTo(letters(words(newer)));
            assertThat(letters(shown(changes, Kind.ADDED))).isEqualTo(letters(words(older)));
            assertThat(changes.isEmpty()).isEqualTo(older.equals(newer));
            assertThat(changes.differences()).extracting(Difference::trait).doesNotContain(Trait.OTHER);
            return !changes.isEmpty();
        });
    }

    /** What is shown of one of the texts: all that did not come or go, as it may be. */
    private static String shown(TextChanges changes, Kind left) {
        StringBuilder shown = new StringBuilder();
        for (TextChanges.Article article : changes.all()) {
            if (article.kind() != left && heading(article, left) != null) {
                shown.append(heading(article, left));
            }
            article.paragraphs().stream()
                    .flatMap(paragraph -> paragraph.allPassages().stream())
                    .filter(passage -> passage.kind() != left)
                    .map(TextChanges.Passage::words)
                    .forEach(shown::append);
        }
        return shown.toString();
    }

    private static String heading(TextChanges.Article article, Kind left) {
        if (left == Kind.REMOVED) {
            return article.heading();
        }
        boolean isNew = article.aspects().contains(Aspect.HEADING_ADDED);
        return article.formerHeading() == null && !isNew ? article.heading() : article.formerHeading();
    }

    private String words(String text) {
        return Section.of(reader.read(text)).stream()
                .map(section -> (section.heading() == null ? "" : section.heading())
                        + section.blocks().stream().map(Block::words).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    /** Articles may have moved, so in no order. */
    private static String letters(String words) {
        return Characters.comparable(words)
                .codePoints()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
