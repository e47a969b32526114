package io.agreements.keycloak.agreement.text.outline;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.agreements.keycloak.agreement.text.TextBytes;
import io.agreements.keycloak.agreement.text.TextRefusedException;
import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import io.agreements.keycloak.agreement.text.number.HeadingNumber;
import io.agreements.keycloak.agreement.text.number.NumberValues;
import io.agreements.keycloak.agreement.text.outline.Outline.Article;
import io.agreements.keycloak.fuzz.Trial;
import java.util.List;

/** Articles of a text, with the number in each heading told from its words. */
final class OutlineFuzzTest {

    private static final Trial TRIAL = new Trial("articles and headings");

    private final OutlineReader reader = new OutlineReader();

    @DictionaryEntries({
        "\\x0A## ",
        "\\xE7\\xAC\\xAC\\xE4\\xB8\\x80\\xE6\\x9D\\xA1",
        "III. ",
        "**",
        "> [!IMPORTANT]\\x0A",
        "[^1]: ",
        "|-|-|\\x0A",
        "\\x0A# ",
        "\\x0A---\\x0A",
        "1.1.1.1.1",
        "Article 1",
        "\\x0A1. ",
        "\\x0A- ",
        "\\x0A> ",
        "```\\x0A",
        "[a](https://example.org)",
        "![![",
        "\\\\"
    })
    @FuzzTest(maxExecutions = Trial.INPUTS, maxDuration = Trial.DURATION)
    void areFoundAndNumberedHeadingsKeepTheirWords(byte[] input) throws Exception {
        String text = TextBytes.decode(input);
        TRIAL.run(input, () -> {
            HeadingNumber.remove(text);
            List<Article> found;
            try {
                found = reader.read(text).articles();
            } catch (TextRefusedException e) {
                assertThat(e.isLasting()).isTrue();
                return false;
            }
            for (Article article : found) {
                article.number().ifPresent(NumberValues::of);
                assertThat(article.heading().strip()).endsWith(HeadingNumber.remove(article.heading()));
                assertThat(article.body()).flatMap(PlainWords::of).noneMatch(String::isBlank);
            }
            return !found.isEmpty();
        });
    }
}
