package io.agreements.keycloak.agreement.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.text.Articles.Article;
import io.agreements.keycloak.agreement.text.Articles.ArticleChanges;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticlesTest {

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

    private final Articles articles = new Articles();

    @Test
    void anArticleIsWhatStandsBelowASecondLevelHeading() {
        assertThat(articles.of(TEXT)).extracting(Article::heading).containsExactly("Article 1", "Article 2");
    }

    @Test
    void anArticleHasItsWordsWithoutMarkup() {
        assertThat(articles.of(TEXT).get(1).body())
                .contains("What we use it for:", "service", "safety", "In detail", "Nothing else.")
                .doesNotContain("*", "#", "What we collect");
    }

    @Test
    void whatPrecedesTheFirstArticleBelongsToNone() {
        assertThat(articles.of(TEXT)).noneMatch(article -> article.body().contains("Words before"));
    }

    @Test
    void aHeadingIsGivenWithoutItsMarkup() {
        assertThat(articles.of("## *Article* `1` [here](https://example.org)"))
                .singleElement()
                .satisfies(article -> assertThat(article.heading())
                        .contains("Article", "1", "here")
                        .doesNotContain("*", "["));
    }

    @Test
    void aFirstLevelHeadingBelongsToWhatItStandsIn() {
        assertThat(articles.of("# Terms\n\n## One\n\nfirst\n\n# Annex\n\nannex\n\n## Two\n\nsecond"))
                .containsExactly(new Article("One", "first\nAnnex\nannex\n"), new Article("Two", "second\n"));
    }

    @Test
    void aChangeBelowAFirstLevelHeadingIsOneOfTheArticleItStandsIn() {
        String older = "## One\n\nfirst\n\n# Annex\n\nbefore";

        assertThat(articles.changes(older, older.replace("before", "after")))
                .isEqualTo(new ArticleChanges(false, List.of("One"), List.of(), List.of()));
    }

    @Test
    void aHeadingWithinCodeIsNone() {
        assertThat(articles.of("## One\n\n```\n## Two\n```\n"))
                .extracting(Article::heading)
                .containsExactly("One");
    }

    @Test
    void aTextWithoutHeadingsHasNoArticles() {
        assertThat(articles.of("1. 用户信息采集\n\n当您在本网站进行用户注册登记")).isEmpty();
    }

    @Test
    void theSameTextHasNoChanges() {
        assertThat(articles.changes(TEXT, TEXT).isEmpty()).isTrue();
    }

    @Test
    void aChangedAnAddedAndARemovedArticleAreToldApart() {
        ArticleChanges changes = articles.changes(
                "## Kept\n\nsame\n\n## Reworded\n\nbefore\n\n## Gone\n\nwords",
                "## New\n\nwords\n\n## Reworded\n\nafter\n\n## Kept\n\nsame");

        assertThat(changes.preamble()).isFalse();
        assertThat(changes.changed()).containsExactly("Reworded");
        assertThat(changes.added()).containsExactly("New");
        assertThat(changes.removed()).containsExactly("Gone");
        assertThat(changes.isEmpty()).isFalse();
    }

    @Test
    void changesAreInTheOrderOfTheText() {
        ArticleChanges changes = articles.changes(
                "## B\n\n1\n\n## A\n\n1\n\n## D\n\n1\n\n## C\n\n1", "## F\n\n1\n\n## A\n\n2\n\n## E\n\n1\n\n## B\n\n2");

        assertThat(changes.changed()).containsExactly("A", "B");
        assertThat(changes.added()).containsExactly("F", "E");
        assertThat(changes.removed()).containsExactly("D", "C");
    }

    @Test
    void anArticleThatLosesASentenceIsChanged() {
        assertThat(articles.changes(TEXT, TEXT.replace("Nothing else.", "")).changed())
                .containsExactly("Article 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Terms\n\nOther words.\n\n## One\n\nfirst",
                "# Conditions\n\nWords.\n\n## One\n\nfirst",
                "# Terms\n\n## One\n\nfirst",
            })
    void whatPrecedesTheFirstArticleCountsToo(String newer) {
        assertThat(articles.changes("# Terms\n\nWords.\n\n## One\n\nfirst", newer))
                .isEqualTo(new ArticleChanges(true, List.of(), List.of(), List.of()))
                .satisfies(changes -> assertThat(changes.isEmpty()).isFalse());
    }

    @Test
    void aTextWithoutArticlesIsAllPreamble() {
        assertThat(articles.changes("before", "after"))
                .isEqualTo(new ArticleChanges(true, List.of(), List.of(), List.of()));
        assertThat(articles.changes("words", "words").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Words before\nthe first article.\n\n## One\n\nsame words, one line\n\n您点击按钮即视为接受。",
                "Words before the first\narticle.\n\n## One\n\nsame words,\none line\n\n您点击按钮\n即视为接受。",
                "Words  before the first article.\n\n\n## One\n\nsame\twords, one line\n\n您点击按钮 即视为接受。\n",
            })
    void linesBrokenElsewhereAreNoChange(String newer) {
        assertThat(articles.changes(
                                "Words before the first article.\n\n## One\n\nsame words, one line\n\n您点击按钮即视为接受。",
                                newer)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void onlyWordsCountNotMarkupOrLineEnds() {
        String restyled = TEXT.replace("*use*", "**use**").replace("\n", "\r\n");

        assertThat(articles.changes(TEXT, restyled).isEmpty()).isTrue();
    }

    @Test
    void articlesOfOneHeadingAreComparedTogether() {
        String older = "## Annex\n\none\n\n## Annex\n\ntwo";

        assertThat(articles.changes(older, older).isEmpty()).isTrue();
        assertThat(articles.changes(older, older.replace("two", "three")).changed())
                .containsExactly("Annex");
    }
}
