package io.agreements.keycloak.agreement.text.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agreements.keycloak.agreement.text.change.TextChanges.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Paragraph;
import io.agreements.keycloak.agreement.text.change.TextChanges.Passage;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextComparisonTest {

    private static final String TEXT = """
        Words before the first article.

        ## 1. Data

        What we *collect*.

        ## 2. Purposes

        What we use it for:

        1. service
        2. safety
        """;

    @Test
    void theSameTextHasNoChanges() {
        TextChanges changes = compare(TEXT, TEXT);

        assertThat(changes.isEmpty()).isTrue();
        assertThat(changes.touched()).isEmpty();
        assertThat(changes.untouched()).extracting(Article::heading).containsExactly("1. Data", "2. Purposes");
    }

    @Test
    void changedNewGoneAndUntouchedArticlesAreToldApart() {
        TextChanges changes = compare(
                "## Kept\n\nsame\n\n## Reworded\n\nbefore\n\n## Gone\n\nwords",
                "## New\n\nwords\n\n## Reworded\n\nafter\n\n## Kept\n\nsame");

        assertThat(changes.preamble().kind()).isEqualTo(Kind.UNTOUCHED);
        assertThat(changes.articles())
                .extracting(Article::heading, Article::kind)
                .containsExactly(
                        tuple("New", Kind.ADDED),
                        tuple("Reworded", Kind.CHANGED),
                        tuple("Gone", Kind.REMOVED),
                        tuple("Kept", Kind.UNTOUCHED));
    }

    @Test
    void whatIsGoneStandsWhereItStood() {
        assertThat(compare("## A\n\n1\n\n## B\n\n1\n\n## C\n\n1\n\n## D\n\n1", "## B\n\n1\n\n## D\n\n1")
                        .articles())
                .extracting(Article::heading)
                .containsExactly("A", "B", "C", "D");
    }

    @Test
    void thePreambleCountsToo() {
        TextChanges changes =
                compare("# Terms\n\nOld words.\n\n## One\n\nsame", "# Terms\n\nNew words.\n\n## One\n\nsame");

        assertThat(changes.touched()).singleElement().satisfies(preamble -> {
            assertThat(preamble.heading()).isNull();
            assertThat(marked(preamble)).containsExactly("Terms", "-Old+New words.");
        });
    }

    @Test
    void aTextWithoutArticlesIsAllPreamble() {
        assertThat(marked(compare("one before", "one after").preamble())).containsExactly("one -before+after");
    }

    @ParameterizedTest
    @CsvSource({
        "en, We keep it for one year., We keep it for two years., We keep it for -one year+two years.",
        "en, It's the user's own., It's the reader's own., It's the -user's+reader's own.",
        "zh-Hans, 更新前至少三十日公示。, 更新前至少六十日公示。, 更新前至少-三+六十日公示。",
        "zh-Hans, 我们会通知您。, 我们会以邮件通知您。, 我们会+以邮件通知您。",
        "zh-Hans, 年满14周岁。, 年满16周岁。, 年满-14+16周岁。",
        "zh-Hans, 登录Keycloak账号。, 登录POP800账号。, 登录-Keycloak+POP800账号。"
    })
    void wordsAndCharactersThatCameAndWentAreMarked(String locale, String older, String newer, String expected) {
        TextChanges changes =
                new TextComparer().changes("## A\n\n" + older, "## A\n\n" + newer, Locale.forLanguageTag(locale));

        assertThat(marked(changes.articles().get(0)))
                .singleElement()
                .satisfies(found -> assertThat(found.replace(".", "")).isEqualTo(expected.replace(".", "")));
    }

    @Test
    void aLoneWordBetweenTwoChangesGoesWithThem() {
        assertThat(marked(compare("## A\n\nlarge red cats sleep", "## A\n\nsmall blue dogs sleep")
                        .articles()
                        .get(0)))
                .containsExactly("-large red cats+small blue dogs sleep");
    }

    @Test
    void anItemThatIsNewIsAParagraphOfItsOwn() {
        assertThat(marked(compare(TEXT, TEXT + "3. law\n").articles().get(1)))
                .containsExactly("What we use it for:", "1. service", "2. safety", "+3. law");
    }

    @Test
    void anItemThatIsGoneIsAParagraphOfItsOwn() {
        assertThat(marked(compare(TEXT, TEXT.replace("1. service\n2. safety", "1. service"))
                        .articles()
                        .get(1)))
                .containsExactly("What we use it for:", "1. service", "-2. safety");
    }

    @ParameterizedTest
    @CsvSource({
        "2. Purposes, 3. Purposes",
        "第二条 用途, 第三条 用途",
        "第九条　更新, 第十条　更新",
        "Article 2: Purposes, Article 3: Purposes"
    })
    void anArticleWithAnotherNumberIsTheSameArticle(String older, String newer) {
        TextChanges changes = compare("## " + older + "\n\nsame", "## " + newer + "\n\nsame");

        assertThat(changes.articles()).containsExactly(new Article(newer, older, Kind.CHANGED, List.of()));
    }

    @Test
    void aNumberAloneDoesNotMakeTwoArticlesTheSame() {
        assertThat(compare("## 1.\n\nsame", "## 2.\n\nsame").articles())
                .extracting(Article::kind)
                .containsExactlyInAnyOrder(Kind.ADDED, Kind.REMOVED);
    }

    @Test
    void theSameHeadingCountsBeforeTheSameWords() {
        assertThat(compare("## 1. Law\n\na\n\n## 2. Law\n\nb", "## 2. Law\n\nb\n\n## 3. Law\n\na")
                        .articles())
                .containsExactly(
                        new Article("2. Law", null, Kind.UNTOUCHED, List.of()),
                        new Article("3. Law", "1. Law", Kind.CHANGED, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Words before\nthe first article.\n\n## One\n\nsame words, one line\n\n您点击按钮即视为接受。",
                "Words before the first\narticle.\n\n## One\n\nsame words,\none line\n\n您点击按钮\n即视为接受。",
                "Words  before the first article.\n\n\n## One\n\nsame\twords, *one* line\r\n\r\n您点击按钮 即视为接受。\n",
            })
    void markupAndLinesBrokenElsewhereAreNoChange(String newer) {
        assertThat(compare("Words before the first article.\n\n## One\n\nsame words, one line\n\n您点击按钮即视为接受。", newer)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void articlesOfOneHeadingAreComparedTogether() {
        String older = "## Annex\n\none\n\n## Annex\n\ntwo";

        assertThat(compare(older, older).isEmpty()).isTrue();
        assertThat(compare(older, older.replace("two", "three")).touched())
                .singleElement()
                .satisfies(annex -> assertThat(marked(annex)).containsExactly("one", "-two+three"));
    }

    @Test
    void bothTextsCanBePutTogetherFromWhatIsFound() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            String older = randomText(random);
            String newer = randomText(random);
            List<Paragraph> paragraphs = compare("## A\n\n" + older, "## A\n\n" + newer)
                    .articles()
                    .get(0)
                    .paragraphs();
            if (!paragraphs.isEmpty()) {
                assertThat(without(Kind.ADDED, paragraphs)).isEqualTo(Words.comparable(older));
                assertThat(without(Kind.REMOVED, paragraphs)).isEqualTo(Words.comparable(newer));
            }
        }
    }

    @Test
    void veryLongArticlesAreReplacedAsAWhole() {
        String older = "旧".repeat(30_000);
        String newer = "新".repeat(30_000);

        assertThat(marked(compare("## A\n\n" + older, "## A\n\n" + newer)
                        .articles()
                        .get(0)))
                .extracting(String::length)
                .containsExactly(older.length() + newer.length() + 2);
    }

    private static String randomText(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(word -> switch (random.nextInt(8)) {
                    case 0 -> "\n\n";
                    case 1 -> "的";
                    case 2 -> "您";
                    case 3 -> "，";
                    case 4 -> "user";
                    default -> " word" + random.nextInt(4) + " ";
                })
                .collect(Collectors.joining())
                .strip();
    }

    private static String without(Kind kind, List<Paragraph> paragraphs) {
        return Words.comparable(paragraphs.stream()
                .flatMap(paragraph -> paragraph.passages().stream())
                .filter(passage -> passage.kind() != kind)
                .map(Passage::words)
                .collect(Collectors.joining()));
    }

    /** Each paragraph with a minus before what is gone and a plus before what is new. */
    private static List<String> marked(Article article) {
        return article.paragraphs().stream()
                .map(paragraph -> paragraph.passages().stream()
                        .map(passage -> switch (passage.kind()) {
                            case REMOVED -> "-" + passage.words();
                            case ADDED -> "+" + passage.words();
                            default -> passage.words();
                        })
                        .collect(Collectors.joining()))
                .toList();
    }

    private static TextChanges compare(String older, String newer) {
        return new TextComparer().changes(older, newer, Locale.ENGLISH);
    }
}
