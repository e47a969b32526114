package io.agreements.keycloak.agreement.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.change.TextComparer;
import io.agreements.keycloak.agreement.text.html.Markdown;
import io.agreements.keycloak.agreement.text.number.HeadingNumber;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody writes, the server shows it in a moment or says in a moment that it does not. */
final class HostileTextTest {

    /** Many times what the slowest machine needs; what is not linear takes minutes. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** As long as a text may be. */
    private static final int LONGEST = 1024 * 1024;

    private final Markdown markdown = new Markdown();
    private final TextComparer comparer = new TextComparer();

    /** Of a text and of one four times as long; what is not linear makes it sixteen. */
    private static final int SHORT = 8 * 1024;

    private static final int TIMES = 4;
    private static final int MOST_TIMES = 10;

    /** Of a processor; below it, its own affairs weigh more than the text. */
    private static final Duration TOO_SHORT_TO_TELL = Duration.ofMillis(300);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Stream<Shape> shapes() {
        return Stream.of(
                both("![", "]"),
                both("[", "]"),
                both("[", "](u)"),
                both("![", "](u)"),
                both("*", "*"),
                both("*a ", " b*"),
                both("> ", "x"),
                both("- ", "\n\n"),
                both("> ", "x\n"),
                repeat("[a](b \""),
                repeat("[a](<b"),
                repeat("[a][b"),
                repeat("![a][b]"),
                repeat("[a]: b\n"),
                length -> "[a]: /" + "b".repeat(length / 2) + "\n\n" + "[a] ".repeat(length / 8),
                repeat("<a href="),
                repeat("<!-- "),
                repeat("<"),
                repeat("`a``"),
                length -> IntStream.range(1, (int) Math.sqrt(2.0 * length))
                        .mapToObj("`"::repeat)
                        .collect(Collectors.joining(" ")),
                repeat("&a"),
                repeat("\\"),
                repeat("a**b"),
                repeat("_a "),
                repeat("## a\n"),
                repeat("1. "),
                repeat("\t"),
                length -> "## " + "1.".repeat(length / 2),
                length -> "## 第" + "一".repeat(length / 3) + "条",
                repeat("字"),
                length -> "|a".repeat(length / 50) + "|\n" + "|-".repeat(length / 50) + "|\n"
                        + "|x|\n".repeat(length / 4),
                length -> "|a|b|\n|-|-|\n" + "|x|y|\n".repeat(length / 6),
                repeat("a|b\n-|-\n"),
                numbered("[^%1$d]: a[^%2$d]\n"),
                repeat("[^1]: "),
                length -> "[^1]: a\n\n" + "x[^1]\n\n".repeat(length / 7),
                repeat("[^1]: a\n"),
                repeat("http://a("),
                repeat("www.a"),
                repeat("a@"),
                both("~~a ", "b~~"),
                repeat("- [x] a\n"),
                repeat("> [!IMPORTANT]\n> a\n\n"),
                repeat("> [!IMPORTANT]\n"),
                numbered("[a%1$d]: 北京\n\n"),
                numbered("# a\n# a-%1$d\n"),
                length -> "# a\n\n" + "[x](#a)\n\n".repeat(length / 9),
                repeat("**“a”**中"),
                repeat("<b>\n\n"),
                repeat("{#a"),
                repeat("第一条 a\n"),
                repeat("1. a\n\nb\n\n"),
                repeat("1. a\nb\n"),
                repeat("III. a\n\nb\n\n"),
                repeat("一、a\n"),
                repeat("一、a\nb\n"),
                repeat("1. a\n第一条 b\n"),
                repeat("- a\n一、b\n\n"),
                repeat("甲\n乙丙丁戊\n"),
                repeat("\u200B\u200D"),
                length -> "|a|b|\n|-|-|\n" + "|x|y|z|\n".repeat(length / 8),
                repeat("**a**\n\n"),
                repeat("**a**\nb\n\n"),
                repeat("**1. a**\nb\n"),
                repeat("##a\n"),
                repeat("<br>\na\n\n"),
                repeat("- a\nAnnex 1 b\n"),
                repeat("أولاً: a\nb\n"),
                repeat("{:a "),
                length -> "---\n" + "a: b\n".repeat(length / 5) + "---\n",
                length -> "---\n" + "title: a\n".repeat(length / 9));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aTextFourTimesAsLongCostsSomeFourTimesAsMuch(Shape shape) {
        assertTimeoutPreemptively(LIMIT, () -> {
            Duration once = cost(shape.ofLength(SHORT));
            Duration most = Collections.max(List.of(TOO_SHORT_TO_TELL, once.multipliedBy(MOST_TIMES)));

            Duration longer = cost(shape.ofLength(TIMES * SHORT));
            // What is compiled meanwhile costs once.
            Duration again = longer.compareTo(most) < 0 ? longer : cost(shape.ofLength(TIMES * SHORT));
            assertThat(again)
                    .as("of a processor; of the short text %s, at first %s", once, longer)
                    .isLessThan(most);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"字", "- [x](https://a.org/b) **c**\n", "[", "> "})
    void theLongestTextIsShownOrRefusedInAMoment(String unit) {
        assertTimeoutPreemptively(LIMIT, () -> cost(repeat(unit).ofLength(LONGEST)));
    }

    private Duration cost(String text) {
        long start = THREADS.getCurrentThreadCpuTime();
        shownOrRefused(() -> markdown.toHtml(text, 0));
        shownOrRefused(() -> comparer.changes("## 1. Other\n\nwords", text, Locale.ENGLISH));
        return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
    }

    @ParameterizedTest
    @CsvSource({"![, ]", "[, ](u)", "![, ](u)"})
    void bracketsWithinBracketsAreRefusedWithTheReason(String open, String close) {
        String text = "Before.\n\n" + open.repeat(50_000) + close.repeat(50_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.toHtml(text, 0))
                .withMessageContaining("paragraph")
                .withMessageContaining("brackets");
    }

    @Test
    void anAddressThatIsRepeatedWithoutEndIsRefused() {
        String text = "[a]: https://example.org/" + "b".repeat(20_000) + "\n\n" + "[a] ".repeat(60);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.toHtml(text, 0))
                .withMessageContaining("links");
    }

    @Test
    void aTableOfAThousandRowsWithALinkEachIsShown() {
        String text = "| Name | Address |\n|---|---|\n" + "| `name` | [words](https://example.org/a) |\n".repeat(1000);

        assertThat(markdown.toHtml(text, 0).split("<tr>")).hasSize(1002);
    }

    @Test
    void aTableThatGrowsWithoutEndIsRefused() {
        String text = "|a".repeat(2000) + "|\n" + "|-".repeat(2000) + "|\n" + "|x|\n".repeat(2000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.toHtml(text, 0))
                .withMessageContaining("content has a table of more than");
    }

    @Test
    void aLongAgreementFullOfLinksIsShown() {
        String text = IntStream.range(0, 8000)
                .mapToObj(number -> "- See [article " + number + "](https://example.org/a#" + number
                        + ") and [the **annex**](mailto:a@example.org), *as amended*.\n")
                .collect(Collectors.joining());

        assertThatCode(() -> markdown.toHtml(text, 0)).doesNotThrowAnyException();
    }

    @Test
    void aLongParagraphWithManyNotesIsShown() {
        String text = "A sentence with a note[^1] and a [link](https://example.org/). ".repeat(150);

        assertThat(markdown.toHtml(text, 0)).contains("href=\"https://example.org/\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a~b_c", "~a~~b~~~"})
    void marksOfEmphasisThatFindNoEndAreRefusedWithTheReason(String unit) {
        String text = "Before.\n\n" + unit.repeat(8_000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> markdown.toHtml(text, 0))
                .withMessageContaining("paragraph")
                .withMessageContaining("marks of emphasis");
    }

    @Test
    void aParagraphWithMuchEmphasisIsShown() {
        assertThat(markdown.toHtml("of **great** _weight_ ".repeat(3_000), 0).split("<strong>"))
                .hasSize(3_001);
    }

    @Test
    void aHeadingOfManyNumbersLosesThemAll() {
        assertThat(HeadingNumber.remove("1" + ".1".repeat(500_000) + " Words")).isEqualTo("Words");
    }

    @Test
    void textsWithoutAWordInCommonAreComparedInAMoment() {
        Random random = new Random(7);
        String older = paragraphs(random);
        String newer = paragraphs(random);

        assertTimeoutPreemptively(LIMIT, () -> {
            TextChanges changes = comparer.changes(older, newer, Locale.CHINESE);
            assertThat(changes.isEmpty()).isFalse();
        });
    }

    @Test
    void changesInLongWordsAreJoinedInAMoment() {
        String older = words("a", 6000);
        String newer = words("b", 6000);

        assertTimeoutPreemptively(LIMIT, () -> {
            TextChanges changes = comparer.changes(older, newer, Locale.ENGLISH);
            assertThat(changes.isEmpty()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "lo", "km", "my", "ja", "zh", "en"})
    void wordsAreFoundInAMomentWhereNoSpacesAreWritten(String language) {
        String older = "\u0e01\u0e40".repeat(20_000) + "\u0e81".repeat(20_000) + "\u1780".repeat(20_000);
        String newer = "\u0e02\u0e32".repeat(20_000) + "\u1000".repeat(20_000) + "\u3042".repeat(20_000);

        assertTimeoutPreemptively(
                LIMIT,
                () -> assertThat(comparer.changes(older, newer, Locale.forLanguageTag(language))
                                .isEmpty())
                        .isFalse());
    }

    private static String words(String other, int count) {
        String filler = "x".repeat(80);
        return IntStream.range(0, count)
                .mapToObj(place -> place % 2 == 0 ? "same" : other + filler + place)
                .collect(Collectors.joining(" "));
    }

    /** Forty articles, each with as many characters as are compared one by one. */
    private static String paragraphs(Random random) {
        return IntStream.range(0, 40)
                .mapToObj(number -> "## " + number + "\n\n"
                        + random.ints(5900, 0, 20)
                                .mapToObj(place -> Character.toString(0x4E00 + place))
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n\n"));
    }

    private static void shownOrRefused(Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("content");
        }
    }

    private static Shape numbered(String unit) {
        return length -> IntStream.range(0, length / unit.length())
                .mapToObj(number -> unit.formatted(number, number + 1))
                .collect(Collectors.joining());
    }

    private static Shape both(String open, String close) {
        return length -> {
            int times = length / (open.length() + close.length());
            return open.repeat(times) + close.repeat(times);
        };
    }

    private static Shape repeat(String unit) {
        return length -> unit.repeat(length / unit.length());
    }

    private interface Shape {
        String ofLength(int length);
    }
}
