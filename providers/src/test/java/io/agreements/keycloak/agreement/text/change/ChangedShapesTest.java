package io.agreements.keycloak.agreement.text.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.agreements.keycloak.agreement.text.change.TextChanges.Article;
import io.agreements.keycloak.agreement.text.change.TextChanges.Aspect;
import io.agreements.keycloak.agreement.text.change.TextChanges.Difference;
import io.agreements.keycloak.agreement.text.change.TextChanges.Kind;
import io.agreements.keycloak.agreement.text.change.TextChanges.Trait;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of texts as lawyers change them is said as what it is. */
final class ChangedShapesTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int MANY = 20_000;
    private static final int CHANGES = 30;

    @ParameterizedTest
    @CsvSource({
        "## 费用\\n\\n[注]: 本费用不予退还, ## 费用\\n\\n[注]: 本费用可以退还",
        "## Fees\\n\\n[note]: never refunded, ## Fees\\n\\n[note]: always refunded",
        "## Fees\\n\\n[note]: https://example.org 'no refund', ## Fees\\n\\n[note]: https://example.org 'a refund'"
    })
    void whatLooksLikeADefinitionIsShownWhereItChanges(String older, String newer) {
        assertThat(compare(older, newer).articles()).singleElement().satisfies(article -> {
            assertThat(article.aspects()).containsExactly(Aspect.WORDS);
            assertThat(String.join("", Marks.of(article))).contains("-").contains("+");
        });
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0xAD, 0x61C, 0x200B, 0x200C, 0x200D, 0x200F, 0x202E, 0x2060, 0x2066, 0x206A, 0xF0B7, 0xFDD1, 0xFE0F,
                0xFEFF, 0xFFF1, 0xE0020, 0xE0100, 0xE0FFF, 0x10FFFD
            })
    void aCharacterThatNobodySeesIsNamedWhereverItIs(int character) {
        for (String text : List.of(
                "## 一\n\n退%s款",
                "## 退%s款\n\n词",
                "退%s款",
                "- 退%s款\n- 词",
                "|甲|乙|\n|-|-|\n|退%s款|词|",
                "[退款](https://example.org/%s)",
                "退&#x%s;款",
                "**退%s**款",
                "> [!IMPORTANT]\n> 退%s款")) {
            String unseen = text.contains("&#x") ? Integer.toHexString(character) : Character.toString(character);
            TextChanges changes =
                    compare(text.formatted(unseen), text.replace("&#x%s;", "").formatted(""));

            assertThat(changes.touched()).isEmpty();
            assertThat(changes.differences())
                    .as(text)
                    .extracting(Difference::before)
                    .anyMatch(before -> before != null && before.contains("‹U+%04X›".formatted(character)));
        }
    }

    @Test
    void theNoteBelowATextIsShownWhereItChanges() {
        TextChanges changes = compare("## 费用\n\n每月十元[^1]。\n\n[^1]: 但退款除外。", "## 费用\n\n每月十元[^1]。\n\n[^1]: 但试用除外。");

        assertThat(String.join("", Marks.of(changes.articles().get(0)))).contains("-退款+试用");
    }

    @ParameterizedTest
    @CsvSource({
        "## One\\n\\naaa bbb\\n\\n## Two\\n\\nccc ddd, ## Two\\n\\nccc ddd\\n\\n## One\\n\\naaa bbb",
        "## 一、定义\\n\\n甲\\n\\n## 二、费用\\n\\n乙, ## 二、费用\\n\\n乙\\n\\n## 一、定义\\n\\n甲",
    })
    void articlesInAnotherOrderHaveMoved(String older, String newer) {
        TextChanges changes = compare(older, newer);

        assertThat(changes.isEmpty()).isFalse();
        assertThat(changes.touched())
                .singleElement()
                .satisfies(article -> assertThat(article.aspects()).containsExactly(Aspect.ORDER));
    }

    @ParameterizedTest
    @CsvSource({
        "PICTURES, ![seal](https://example.org/a.png), ![seal](https://example.org/b.png)",
        "PICTURES, ![](https://example.org/a.png) words, ![](https://example.org/b.png) words",
        "LINKS, [terms](https://example.org/a), [terms](https://example.org/b)",
        "LINKS, terms, [terms](https://example.org/b)",
        "LINKS, [条款](https://example.org/a) 已改。, [条款](https://example.org/b) 已改。",
        "STRUCTURE, - a\\n- b\\n- c, - a\\n  - b\\n  - c",
        "STRUCTURE, 1. a\\n2. b\\n3. c, 1. a\\n2. b\\n   1. c",
        "STRUCTURE, a b, a\\n\\nb",
        "STRUCTURE, a, > a",
        "STRUCTURE, ## x\\n\\n### a, ## x\\n\\n#### a",
        "STRUCTURE, a b, a  \\nb",
        "STRUCTURE, - a, a",
        "STRUCTURE, a\\n\\nb, a\\n\\n***\\n\\nb",
        "EMPHASIS, You must not., You must **not**.",
        "EMPHASIS, 您**不得**转让, 您*不得*转让",
        "EMPHASIS, call `x`, call x",
        "NUMBERING, 1. a\\n2. b, 3. a\\n4. b",
        "NUMBERING, 1. a\\n2. b, 1) a\\n2) b",
        "ATTENTION_ADDED, We are not liable., > [!IMPORTANT]\\n> We are not liable.",
        "ATTENTION_REMOVED, > [!IMPORTANT]\\n> We are not liable., We are not liable.",
        "ATTENTION_REMOVED, > [!IMPORTANT]\\n> We are not liable., > We are not liable.",
        "ATTENTION_REMOVED, > [!IMPORTANT]\\n> 不退款。, > [!NOTE]\\n> 不退款。",
        "ATTENTION_ADDED, - a\\n- b, > [!IMPORTANT]\\n> - a\\n> - b",
        "ATTENTION_ADDED, | a |\\n|---|\\n| b |, > [!IMPORTANT]\\n> | a |\\n> |---|\\n> | b |",
        "WIDTH, 您好，世界, '您好,世界'",
        "WIDTH, 第3款 ABC, 第３款 ＡＢＣ",
        "INVISIBLE, agree\u200Bment, agreement",
        "INVISIBLE, agree\u00ADment, agreement",
        "INVISIBLE, \u200Fنص, نص",
        "INVISIBLE, caf\u00E9, cafe\u0301",
        "BLANKS_IN_WORDS, 1 000, 1000",
        "BLANKS_IN_WORDS, may be, maybe",
        "BLANKS_IN_WORDS, 1\u00A0000 €, 1000 €",
        "BLANKS_IN_WORDS, всё равно, всёравно",
        "BLANKS_IN_WORDS, لا يجوز, لايجوز",
        "BLANKS, a\u00A0b, a b",
        "BLANKS, a\u3000b, a b",
        "BLANKS, a\u2003b, a b",
        "BLANKS, 使用 Keycloak 登录, 使用Keycloak登录",
        "BLANKS, 'a , b', 'a, b'",
        "MARKUP, '*a*', '_a_'",
        "MARKUP, '- a', '* a'",
        "MARKUP, 'a', 'a\\n'",
    })
    void whatDiffersAlthoughTheWordsDoNotIsNamed(Trait trait, String older, String newer) {
        for (String start : List.of("", "## Article\n\nBefore.\n\n")) {
            TextChanges changes = compare(start + older.replace("\\n", "\n"), start + newer.replace("\\n", "\n"));

            assertThat(changes.touched()).isEmpty();
            assertThat(changes.differences()).extracting(Difference::trait).containsOnly(trait);
            assertThat(changes.isEmpty()).isFalse();
            assertThat(changes.weighsOtherwise())
                    .isEqualTo(trait == Trait.ATTENTION_ADDED || trait == Trait.ATTENTION_REMOVED);
        }
    }

    @Test
    void whereABlankIsWithinAWordIsShown() {
        assertThat(compare("## Fee\n\nIt may be 1 000 euros.", "## Fee\n\nIt maybe 1000 euros.")
                        .differences())
                .containsExactly(
                        new Difference(Trait.BLANKS_IN_WORDS, "Fee", "It may be 1 000 euros.", "It maybe 1000 euros."));
    }

    @Test
    void whereALinkLeadsIsShownBesideWordsThatChange() {
        TextChanges changes = compare(
                "## A\n\nSee [the list](https://example.org/1) today.\n\n## B\n\nOne.",
                "## A\n\nSee [the list](https://example.org/2) tomorrow.\n\n## B\n\nTwo.");

        assertThat(changes.touched()).extracting(Article::heading).containsExactly("A", "B");
        assertThat(changes.differences())
                .containsExactly(new Difference(
                        Trait.LINKS, "A", "the list: https://example.org/1", "the list: https://example.org/2"));
    }

    @Test
    void aHeadingThatIsSetOffIsNotCalledTheSame() {
        assertThat(compare("## One *two*\n\na", "## One two\n\na").differences())
                .extracting(Difference::trait, Difference::article)
                .containsExactly(tuple(Trait.EMPHASIS, "One two"));
    }

    @Test
    void aTextWithoutArticlesIsOneText() {
        TextChanges changes = compare("one before\n\nsame", "one after\n\nsame");

        assertThat(changes.articles()).isEmpty();
        assertThat(Marks.of(changes.preamble())).containsExactly("one -before+after", "same");
    }

    @ParameterizedTest
    @CsvSource({
        "Lawful bases, Lawful Bases",
        "第一条 定义, 第一条 术语定义",
        "Fees, What it costs",
        "§ 3 Kosten, § 3 Entgelte",
        "3. Оплата, 3. Стоимость",
    })
    void aHeadingThatChangesLeavesTheArticleTheSame(String older, String newer) {
        assertThat(compare("## " + older + "\n\nOne of them.", "## " + newer + "\n\nOne of them.")
                        .articles())
                .extracting(Article::heading, Article::formerHeading, Article::aspects)
                .containsExactly(tuple(newer, older, Set.of(Aspect.HEADING)));
    }

    @Test
    void headingAndWordsCanChangeAtOnce() {
        assertThat(compare("## 第一条 定义\n\n用户是指注册的人。", "## 第一条 术语定义\n\n用户是指注册的自然人。")
                        .articles())
                .singleElement()
                .satisfies(article -> {
                    assertThat(article.aspects()).containsExactlyInAnyOrder(Aspect.HEADING, Aspect.WORDS);
                    assertThat(Marks.of(article)).containsExactly("用户是指注册的+自然人。");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "第３条, 第４条",
        "第三条, 第四条",
        "Artikel 3, Artikel 4",
        "제3조, 제4조",
        "Artículo 3, Artículo 4",
        "Cláusula 3, Cláusula 4",
        "Статья 3, Статья 4",
        "المادة 3, المادة 4",
        "المادة ٣, المادة ٤",
        "III., IV.",
        "C., D.",
        "（三）, （四）",
        "§ 3, § 4",
        "3., 4.",
        "3.1, 3.2",
        "Article III, Article IV",
        "अनुच्छेद 3, अनुच्छेद 4",
        "סעיף 3, סעיף 4",
        "ข้อ 3, ข้อ 4",
        "Điều 3, Điều 4",
        "Madde 3, Madde 4",
        "제3조의2, 제3조의3",
        "Article 2 bis, Article 2 ter",
        "Article 2, Article 2 bis",
        "§ 3 a, § 3 b",
        "Art. 5b, Art. 5c",
        "第三条之一, 第三条之二",
        "第三条, 第三条之一",
    })
    void anArticleWithAnotherNumberIsRenumbered(String older, String newer) {
        for (String title : List.of("", " Purposes")) {
            TextChanges changes = compare(
                    "## " + older + title + "\n\nWhat we use it for.",
                    "## " + newer + title + "\n\nWhat we use it for.");

            assertThat(changes.articles())
                    .extracting(Article::heading, Article::formerHeading, Article::aspects)
                    .containsExactly(tuple(newer + title, older + title, Set.of(Aspect.NUMBER)));
        }
    }

    @Test
    void anArticlePutInRenumbersThoseAfterIt() {
        TextChanges changes = compare(
                "## 第一条\n\n甲方提供服务。\n\n## 第二条\n\n乙方支付费用。",
                "## 第一条\n\n定义如下所述。\n\n## 第二条\n\n甲方提供服务。\n\n## 第三条\n\n乙方支付费用。");

        assertThat(changes.articles())
                .extracting(Article::heading, Article::kind, Article::aspects)
                .containsExactly(
                        tuple("第一条", Kind.ADDED, Set.of()),
                        tuple("第二条", Kind.CHANGED, Set.of(Aspect.NUMBER)),
                        tuple("第三条", Kind.CHANGED, Set.of(Aspect.NUMBER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaa|Terms\n-----\n\naaa",
                "aaa\n\nbbb|## A\n\naaa\n\n## B\n\nbbb",
                "Intro.\n\naaa\n\nbbb|Intro.\n\n## A\n\naaa\n\nbbb",
            })
    void onlyTheHeadingsAreNewWhereHeadingsAreAdded(String texts) {
        String[] both = texts.split("\\|");
        TextChanges changes = compare(both[0], both[1]);

        assertThat(changes.articles()).isNotEmpty();
        assertThat(changes.touched()).allSatisfy(article -> {
            assertThat(article.aspects()).containsExactly(Aspect.HEADING_ADDED);
        });
        assertThat(changes.preamble().kind()).isEqualTo(Kind.UNTOUCHED);

        assertThat(compare(both[1], both[0]).touched())
                .isNotEmpty()
                .allSatisfy(article -> assertThat(article.aspects()).containsExactly(Aspect.HEADING_REMOVED));
    }

    @ParameterizedTest
    @CsvSource({
        "1. One\\n\\naaa, ## 1. One\\n\\naaa",
        "一、定义\\n\\n甲, ## 一、定义\\n\\n甲",
        "**Article 1**\\n\\naaa, ## Article 1\\n\\naaa",
    })
    void whatReadsAsAHeadingAlreadyIsNoneThatIsNew(String older, String newer) {
        TextChanges changes = compare(older, newer);

        assertThat(changes.touched()).isEmpty();
        assertThat(changes.differences()).extracting(Difference::trait).containsExactly(Trait.MARKUP);
    }

    @Test
    void aHeadingWithinAnArticleTakesTheRestOfIt() {
        TextChanges changes = compare("## A\n\none\n\ntwo\n\nthree", "## A\n\none\n\n## B\n\ntwo\n\nthree");

        assertThat(changes.articles())
                .extracting(Article::heading, Article::aspects)
                .containsExactly(tuple("A", Set.of()), tuple("B", Set.of(Aspect.HEADING_ADDED)));
    }

    @Test
    void twoArticlesWithOneHeadingAreTwo() {
        String text = "## General\n\none thing\n\n## Fees\n\nfee\n\n## General\n\nanother matter";
        TextChanges changes = compare(text, text.replace("another matter", "another question"));

        assertThat(changes.articles())
                .extracting(Article::heading, Article::kind)
                .containsExactly(
                        tuple("General", Kind.UNTOUCHED),
                        tuple("Fees", Kind.UNTOUCHED),
                        tuple("General", Kind.CHANGED));
        assertThat(compare(text, text).isEmpty()).isTrue();
    }

    @Test
    void oneMoreOfSeveralArticlesWithOneHeadingIsNew() {
        TextChanges changes =
                compare("## 附则\n\n本条甲。\n\n## 附则\n\n此款乙。", "## 附则\n\n全新内容。\n\n## 附则\n\n本条甲。\n\n## 附则\n\n此款乙。");

        assertThat(changes.articles())
                .extracting(Article::kind)
                .containsExactly(Kind.ADDED, Kind.UNTOUCHED, Kind.UNTOUCHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u3000", "\u2009", "\u202F", "\t", "\n", "  ", "\u2028", "\u1680"})
    void anotherBlankIsNoChangeOfWords(String blank) {
        String older = "Before" + blank + "it.\n\n## Article" + (blank.equals("\n") ? " " : blank) + "one\n\nsome"
                + blank + "words";

        TextChanges changes = compare(older, "Before it.\n\n## Article one\n\nsome words");

        assertThat(changes.touched()).isEmpty();
        assertThat(changes.differences()).extracting(Difference::trait).containsOnly(traitOf(blank));
    }

    private static Trait traitOf(String blank) {
        return blank.equals("\n") ? Trait.STRUCTURE : Trait.BLANKS;
    }

    @ParameterizedTest
    @ValueSource(strings = {"service;safety;law", "服务；;安全；;法律。", "خدمة;سلامة;قانون", "услуга;безопасность;закон"})
    void anItemPutIntoAListIsNewAndTheOthersAreUntouched(String items) {
        String[] item = items.split(";(?=.)");
        String start = "## 1. Purposes\n\nFor:\n\n";
        TextChanges changes = compare(
                start + "1. " + item[0] + "\n2. " + item[2],
                start + "1. " + item[0] + "\n2. " + item[1] + "\n3. " + item[2]);

        assertThat(Marks.of(changes.articles().get(0)))
                .containsExactly("For:", "1. " + item[0], "2. +" + item[1], "3. " + item[2]);
    }

    @Test
    void aNewItemBesideOneThatChangesIsToldFromIt() {
        TextChanges changes = compare(
                "## A\n\n1. We keep your name.\n2. We keep your address for one year.",
                "## A\n\n1. We keep your name.\n2. Nobody else gets anything.\n3. We keep your address for two years.");

        assertThat(Marks.of(changes.articles().get(0)))
                .containsExactly(
                        "1. We keep your name.",
                        "2. +Nobody else gets anything.",
                        "3. We keep your address for -one year+two years.");
    }

    @ParameterizedTest
    @CsvSource({
        "| a | 1 |, | a | 2 |, a | -1+2",
        "| 甲 | 十元 |, | 甲 | 二十元 |, 甲 | +二十元",
        "| _a\\|b_ | *.example.org |, | _a\\|b_ | *.example.com |, a|b | *.-example.org+example.com",
        "| رسم | 1 |, | رسم | 2 |, رسم | -1+2",
    })
    void tablesAreComparedCellByCell(String older, String newer, String expected) {
        TextChanges changes = compare(table(older), table(newer));

        assertThat(Marks.of(changes.articles().get(0))).containsExactly("Fee | EUR", "kept | 7", expected);
    }

    @Test
    void rowsThatCameAndWentAreToldFromThoseThatStayed() {
        TextChanges changes = compare(table("| a | 1 |\n| b | 2 |"), table("| a | 1 |\n| new | 9 |\n| b | 2 |"));

        assertThat(Marks.of(changes.articles().get(0)))
                .containsExactly("Fee | EUR", "kept | 7", "a | 1", "+new | +9", "b | 2");
        assertThat(Marks.of(compare(table("| a | 1 |\n| b | 2 |"), table("| b | 2 |"))
                        .articles()
                        .get(0)))
                .containsExactly("Fee | EUR", "kept | 7", "-a | -1", "b | 2");
    }

    @Test
    void columnsThatCameAndWentAreToldFromThoseThatStayed() {
        String two = "## Fees\n\n| Fee | EUR |\n|---|---|\n| a | 1 |\n| b | 2 |";
        String three = "## Fees\n\n| Fee | Note | EUR |\n|---|---|---|\n| a | x | 1 |\n| b | y | 3 |";

        assertThat(Marks.of(compare(two, three).articles().get(0)))
                .containsExactly("Fee | +Note | EUR", "a | +x | 1", "b | +y | -2+3");
        assertThat(Marks.of(compare(three, two).articles().get(0)))
                .containsExactly("Fee | -Note | EUR", "a | -x | 1", "b | -y | -3+2");
    }

    private static String table(String rows) {
        return "## Fees\n\n| Fee | EUR |\n|---|---|\n| kept | 7 |\n" + rows;
    }

    @ParameterizedTest
    @CsvSource({
        "ATTENTION_REMOVED, '> [!IMPORTANT]\\n> a', a",
        "STRUCTURE, '| a |\\n|---|\\n| b |', '| a |\\n|--:|\\n| b |'",
        "EMPHASIS, **a** b, a b",
        "LINKS, '| [a](https://example.org/1) |\\n|---|', '| [a](https://example.org/2) |\\n|---|'",
        "BLANKS_IN_WORDS, '| 1 000 |\\n|---|', '| 1000 |\\n|---|'",
    })
    void whatDiffersInTablesAndAlertsIsNamed(Trait trait, String older, String newer) {
        TextChanges changes = compare("## A\n\nb\n\n" + older, "## A\n\nb\n\n" + newer);

        assertThat(changes.touched()).isEmpty();
        assertThat(changes.differences()).extracting(Difference::trait).containsExactly(trait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "## "})
    void ofManyParagraphsThoseThatChangeAreShownInATimeThatGrowsWithTheirNumber(String heading) {
        assertTimeGrowsWithNumber(number -> IntStream.range(0, number)
                .mapToObj(place -> heading.isEmpty() || place % 200 > 0
                        ? "Paragraph " + place + " says what it says."
                        : heading + "Article " + place)
                .toList());
    }

    @Test
    void paragraphsThatAreMuchTheSameAreNoSlower() {
        assertTimeGrowsWithNumber(number -> IntStream.range(0, number)
                .mapToObj(place -> "Paragraph " + place % 7)
                .toList());
    }

    /** Four times as many take about four times as long; each with each other would be sixteen. */
    private static void assertTimeGrowsWithNumber(IntFunction<List<String>> paragraphs) {
        long ofFew = timeOfChanges(paragraphs.apply(MANY / 4));
        long ofMany = timeOfChanges(paragraphs.apply(MANY));

        assertThat(ofMany).as("of few %d, of many %d", ofFew, ofMany).isLessThan(10 * ofFew);
    }

    /** @return nanoseconds of a processor, of the quickest of some tries */
    private static long timeOfChanges(List<String> paragraphs) {
        String older = String.join("\n\n", paragraphs);
        List<String> changed = new ArrayList<>(paragraphs);
        new Random(17)
                .ints(0, paragraphs.size())
                .filter(place -> !paragraphs.get(place).startsWith("#"))
                .distinct()
                .limit(CHANGES)
                .forEach(place -> changed.set(place, "Paragraph " + place + " says something else."));
        String newer = String.join("\n\n", changed);
        return LongStream.generate(() -> timeOf(older, newer)).limit(3).min().orElseThrow();
    }

    private static long timeOf(String older, String newer) {
        long begin = THREADS.getCurrentThreadCpuTime();
        TextChanges changes = compare(older, newer);
        long time = THREADS.getCurrentThreadCpuTime() - begin;

        assertThat(changes.touched().stream()
                        .flatMap(article -> article.paragraphs().stream())
                        .filter(paragraph -> !paragraph.isUntouched()))
                .hasSize(CHANGES);
        return time;
    }

    private static TextChanges compare(String older, String newer) {
        return new TextComparer().changes(older.replace("\\n", "\n"), newer.replace("\\n", "\n"), Locale.ENGLISH);
    }

    @Test
    void anArticlePutInBetweenLeavesTheOthersUntouched() {
        TextChanges changes = compare(
                "## Article 2 Fees\n\na fee\n\n## Article 3 Term\n\na term",
                "## Article 2 Fees\n\na fee\n\n## Article 2 bis Refunds\n\na refund\n\n## Article 3 Term\n\na term");

        assertThat(changes.articles())
                .extracting(Article::heading, Article::kind)
                .containsExactly(
                        tuple("Article 2 Fees", Kind.UNTOUCHED),
                        tuple("Article 2 bis Refunds", Kind.ADDED),
                        tuple("Article 3 Term", Kind.UNTOUCHED));
    }

    @Test
    void aClauseThatIsSetOffIsToldBesideWordsThatChange() {
        TextChanges changes = compare(
                "## 7. Liability\n\nWe are not liable for loss of data.",
                "## 7. Liability\n\n> [!IMPORTANT]\n> We are not liable for any loss of data.");

        assertThat(changes.touched()).hasSize(1);
        assertThat(changes.differences())
                .containsExactly(new Difference(
                        Trait.ATTENTION_ADDED, "7. Liability", null, "We are not liable for any loss of data."));
    }

    @Test
    void eachClauseIsToldByItself() {
        assertThat(compare(
                                "## A\n\none\n\ntwo\n\nthree",
                                "## A\n\n> [!IMPORTANT]\n> one\n\ntwo\n\n> [!IMPORTANT]\n> three")
                        .differences())
                .extracting(Difference::trait, Difference::after)
                .containsExactly(tuple(Trait.ATTENTION_ADDED, "one"), tuple(Trait.ATTENTION_ADDED, "three"));
    }

    @Test
    void anArticlePutIntoAChapterRenumbersThoseBehindIt() {
        String older = "## 第一章 总则\n\n第一条 目的\n\n甲甲。\n\n## 第二章 费用\n\n第二条 金额\n\n乙乙。";
        String newer = "## 第一章 总则\n\n第一条 目的\n\n甲甲。\n\n第二条 范围\n\n丙丙。\n\n## 第二章 费用\n\n第三条 金额\n\n乙乙。";

        TextChanges changes = compare(older, newer);

        assertThat(changes.articles())
                .extracting(Article::heading, Article::kind)
                .contains(tuple("第二条 范围", Kind.ADDED), tuple("第三条 金额", Kind.CHANGED));
        assertThat(changes.articles().get(2).aspects()).containsExactly(Aspect.NUMBER);
    }

    @Test
    void aClauseOfSeveralParagraphsIsToldOnce() {
        String clause = "> [!IMPORTANT]\n> one\n>\n> - two\n> - three\n";

        assertThat(compare("## A\n\none\n\n- two\n- three", "## A\n\n" + clause).differences())
                .extracting(Difference::trait, Difference::after)
                .containsExactly(tuple(Trait.ATTENTION_ADDED, "one"));
        assertThat(compare("## A\n\n" + clause, "## A\n\none\n\n- two\n- three").differences())
                .extracting(Difference::trait, Difference::after)
                .containsExactly(tuple(Trait.ATTENTION_REMOVED, "one"));
    }

    @Test
    void wordsThatAreStruckOutAreOtherWordsAndShownStruckOut() {
        TextChanges changes = compare("## A\n\nYou need not pay.", "## A\n\nYou need ~~not~~ pay.");

        assertThat(changes.articles()).singleElement().satisfies(article -> {
            assertThat(article.kind()).isEqualTo(Kind.CHANGED);
            assertThat(article.paragraphs().get(0).passages())
                    .containsExactly(
                            new TextChanges.Passage(Kind.UNTOUCHED, "You need "),
                            new TextChanges.Passage(Kind.REMOVED, "not"),
                            new TextChanges.Passage(Kind.ADDED, "not", true),
                            new TextChanges.Passage(Kind.UNTOUCHED, " pay."));
        });
        assertThat(changes.differences()).isEmpty();
    }

    @Test
    void whatStaysStruckOutIsShownSo() {
        String text = "## A\n\n~~one two  \nthree~~ four";

        assertThat(Marks.of(compare(text, text + "\n\nfive").articles().get(0)))
                .containsExactly("~~one two three~~ four", "+five");
    }

    @Test
    void whatAHeadingStrikesOutIsSaidOfIt() {
        assertThat(compare("## A b\n\nx", "## A ~~b~~\n\nx").differences())
                .containsExactly(new Difference(Trait.EMPHASIS, "A b", null, "A ~~b~~"));
    }

    @Test
    void theNumberAnItemHadIsKeptBesideTheOneItHas() {
        TextChanges changes = compare("1. one\n2. two", "1. one\n2. new\n3. two");

        assertThat(changes.preamble().paragraphs())
                .extracting(TextChanges.Paragraph::marker, TextChanges.Paragraph::formerMarker)
                .containsExactly(tuple("1.", null), tuple("2.", null), tuple("3.", "2."));
        assertThat(compare("1. the one thing", "2. the other thing").preamble().paragraphs())
                .extracting(TextChanges.Paragraph::marker, TextChanges.Paragraph::formerMarker)
                .containsExactly(tuple("2.", "1."));
    }

    @Test
    void aNumberWithoutWordsOfItsOwnIsShownWithTheNumberBehindIt() {
        TextChanges changes = compare("12. 3. a", "13. 3. a");

        assertThat(changes.differences()).containsExactly(new Difference(Trait.NUMBERING, null, "12. 3.", "13. 3."));
        assertThat(Marks.of(changes.preamble())).containsExactly("13. 3. a");
    }

    @Test
    void manyLinesThatAreCountedAreTakenApartInNoTime() {
        String lines = IntStream.rangeClosed(1, 5_000)
                .mapToObj(line -> "（" + line % 999 + "）**甲** 乙")
                .collect(Collectors.joining("\n"));

        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> compare(lines, lines + "\n（8）丙").differences());
    }

    @Test
    void whatIsSetOffIsSetOffAmongTheChangesToo() {
        TextChanges changes = compare(
                "## A\n\n> [!IMPORTANT]\n> We are not liable.\n>\n> | a |\n> |---|\n> | 1 |\n\nEnd.",
                "## A\n\n> [!IMPORTANT]\n> We are never liable.\n>\n> | a |\n> |---|\n> | 2 |\n\nEnd.");

        assertThat(changes.articles().get(0).paragraphs())
                .extracting(TextChanges.Paragraph::attention)
                .containsExactly(true, true, true, false);
    }

    @Test
    void linksAndPicturesAreToldOneByOne() {
        assertThat(compare(
                                "[a](https://a.org/1) [b](https://b.org/1) ![p](https://p.org/1) ![q](https://q.org/1)",
                                "[a](https://a.org/2) [b](https://b.org/2) ![p](https://p.org/2) ![q](https://q.org/2)")
                        .differences())
                .containsExactly(
                        new Difference(Trait.LINKS, null, "a: https://a.org/1", "a: https://a.org/2"),
                        new Difference(Trait.LINKS, null, "b: https://b.org/1", "b: https://b.org/2"),
                        new Difference(Trait.PICTURES, null, "p: https://p.org/1", "p: https://p.org/2"),
                        new Difference(Trait.PICTURES, null, "q: https://q.org/1", "q: https://q.org/2"));
    }

    @Test
    void aLinkThatCameAmongOthersIsToldFromThoseThatChanged() {
        assertThat(compare("[a](https://a.org/1) b", "[a](https://a.org/2) [b](https://b.org)")
                        .differences())
                .containsExactly(
                        new Difference(Trait.LINKS, null, "a: https://a.org/1", "a: https://a.org/2"),
                        new Difference(Trait.LINKS, null, null, "b: https://b.org"));
    }

    @Test
    void whereTwoLongAddressesDifferIsShown() {
        String address = "https://example.org/" + "path/".repeat(60);

        assertThat(compare("[a](" + address + "one)", "[a](" + address + "two)").differences())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.before()).endsWith("one").hasSizeLessThan(200);
                    assertThat(difference.after()).endsWith("two");
                });
    }

    @Test
    void eachListThatIsNumberedOtherwiseIsTold() {
        assertThat(compare(
                                "## A\n\n1. a\n2. b\n\nwords\n\n1. c\n2. d\n\nwords\n\n1. e",
                                "## A\n\n3. a\n4. b\n\nwords\n\n5. c\n6. d\n\nwords\n\n1. e")
                        .differences())
                .containsExactly(
                        new Difference(Trait.NUMBERING, "A", "1.", "3."),
                        new Difference(Trait.NUMBERING, "A", "1.", "5."));
    }

    @Test
    void anotherNumberIsToldBesideWordsThatChange() {
        assertThat(compare("1. one thing\n2. another", "4. one new thing\n5. another")
                        .differences())
                .containsExactly(new Difference(Trait.NUMBERING, null, "1.", "4."));
    }

    @Test
    void whatIsNotListedIsCounted() {
        String older = IntStream.range(0, 250)
                .mapToObj(place -> "[w" + place + "](https://example.org/1)")
                .collect(Collectors.joining("\n\n"));
        TextChanges changes = compare(older, older.replace("org/1", "org/2"));

        assertThat(changes.differences()).hasSize(200);
        assertThat(changes.moreDifferences()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍🏽", "𠮷", "agreement", "नमस्ते", "e\u0301e\u0301"})
    void whatIsToldIsNotCutWithinAWordOrASign(String unit) {
        for (int length = 0; length < 12; length++) {
            String start = "x".repeat(length) + " " + (unit + " ").repeat(60);
            for (Difference difference :
                    compare(start + "a\u00ADb " + start, start + "ab " + start).differences()) {
                for (String told : List.of(difference.before(), difference.after())) {
                    String inner = told.replace("…", "")
                            .replaceAll("‹U\\+[0-9A-F]+›", "")
                            .replace("ab", "");
                    assertThat(inner.replace(unit, "").replaceAll("x+", "").strip())
                            .isEmpty();
                }
            }
        }
    }
}
