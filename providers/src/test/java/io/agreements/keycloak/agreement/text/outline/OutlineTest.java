package io.agreements.keycloak.agreement.text.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.text.markdown.PlainWords;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutlineTest {

    private static final String TEXT = """
        Words before the first article.

        ## Article 1

        What we collect.

        ## Article 2

        What we *use* it for:

        1. service
        2. safety

        ### In detail

        Nothing else.
        """;

    private final OutlineReader reader = new OutlineReader();

    @Test
    void anArticleIsWhatStandsBelowASecondLevelHeading() {
        assertThat(articles(TEXT)).extracting(Article::heading).containsExactly("Article 1", "Article 2");
    }

    @Test
    void anArticleHasItsWordsWithoutMarkup() {
        assertThat(String.join("\n", articles(TEXT).get(1).paragraphs()))
                .contains("What we use it for:", "service", "safety", "In detail", "Nothing else.")
                .doesNotContain("*", "#", "What we collect");
    }

    @Test
    void whatPrecedesTheFirstArticleBelongsToNone() {
        assertThat(articles(TEXT))
                .noneMatch(article -> article.paragraphs().contains("Words before the first article."));
    }

    @Test
    void aHeadingIsGivenWithoutItsMarkup() {
        assertThat(articles("## *Article* `1` [here](https://example.org)"))
                .singleElement()
                .satisfies(article -> assertThat(article.heading())
                        .contains("Article", "1", "here")
                        .doesNotContain("*", "["));
    }

    @Test
    void aFirstLevelHeadingBelongsToWhatItStandsIn() {
        assertThat(articles("# Terms\n\n## One\n\nfirst\n\n# Annex\n\nannex\n\n## Two\n\nsecond"))
                .containsExactly(
                        new Article("One", List.of("first", "Annex", "annex")), new Article("Two", List.of("second")));
    }

    @Test
    void aHeadingWithinCodeIsNone() {
        assertThat(articles("## One\n\n```\n## Two\n```\n"))
                .extracting(Article::heading)
                .containsExactly("One");
    }

    @Test
    void aTextWithoutHeadingsHasNoArticles() {
        assertThat(articles("One.\n\nTwo.")).isEmpty();
    }

    @Test
    void everyParagraphAndItemIsOnItsOwn() {
        assertThat(articles(TEXT).get(1).paragraphs())
                .containsExactly("What we use it for:", "1. service", "2. safety", "In detail", "Nothing else.");
    }

    @Test
    void whereALinkLeadsIsPartOfWhatIsSaid() {
        assertThat(articles("## One\n\n[here](https://example.org/a) or <https://example.org/b>"))
                .singleElement()
                .satisfies(article -> assertThat(article.paragraphs())
                        .containsExactly("here (https://example.org/a) or https://example.org/b"));
    }

    @Test
    void listsWithinListsKeepTheirMarks() {
        assertThat(articles("## One\n\n3. outer\n   - inner\n\n   more\n4. next\n"))
                .singleElement()
                .satisfies(article ->
                        assertThat(article.paragraphs()).containsExactly("3. outer", "• inner", "more", "4. next"));
    }

    private List<Article> articles(String markdown) {
        return reader.read(markdown).articles().stream()
                .map(article -> new Article(
                        article.heading(),
                        article.body().stream()
                                .flatMap(block -> PlainWords.of(block).stream())
                                .toList()))
                .toList();
    }

    private record Article(String heading, List<String> paragraphs) {}
}
