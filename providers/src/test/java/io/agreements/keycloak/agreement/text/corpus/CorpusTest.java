package io.agreements.keycloak.agreement.text.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agreements.keycloak.agreement.text.html.Markdown;
import io.agreements.keycloak.agreement.text.outline.Outline;
import io.agreements.keycloak.agreement.text.outline.OutlineReader;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored is what is seen, in every language and with every construct. */
final class CorpusTest {

    static List<Corpus.Entry> corpus() {
        return Corpus.entries();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void noWordIsLostAndNoneIsInvented(Corpus.Entry entry) {
        String shown = ShownWords.of(new Markdown().toHtml(entry.text(), 0));

        assertThat(Letters.difference(WrittenWords.of(entry.text()), shown)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void articlesAreThoseThatAReaderCounts(Corpus.Entry entry) {
        List<Outline.Article> articles = new OutlineReader().read(entry.text()).articles();

        assertThat(articles)
                .as(articles.stream().map(Outline.Article::heading).collect(Collectors.joining("\n")))
                .hasSize(entry.articles());
        assertThat(articles.get(0).number()).hasValue(entry.first());
        assertThat(articles.get(articles.size() - 1).number()).hasValue(entry.last());
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everyTextMayBeKept(Corpus.Entry entry) {
        assertThatCode(() -> new Markdown().requireFit(entry.text())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void linksInsideTheTextHaveSomethingToLeadTo(Corpus.Entry entry) {
        var document = Jsoup.parseBodyFragment(new Markdown().toHtml(entry.text(), 0));

        assertThat(document.select("a[href^=#]").eachAttr("href"))
                .allSatisfy(link -> assertThat(document.getElementById(link.substring(1)))
                        .as(link)
                        .isNotNull());
    }

    @Test
    void aWordThatIsNotShownIsFound() {
        assertThat(Letters.difference(WrittenWords.of("one **two** three"), ShownWords.of("<p>one three</p>")))
                .isEqualTo("written: …onet|wothree…\n  shown: …onet|hree…");
    }
}
