package io.agreements.keycloak.agreement.text.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.agreement.text.number.NumberValues;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutlinesTest {

    @Test
    void eachLanguageHasAsManyArticles() {
        Outlines outlines = of("en", "## One\n\n## Two\n", "zh-Hans", "## 定义\n\n## 费用\n", "de", "## Eins\n");

        assertThat(outlines.articleCounts()).isEqualTo(Map.of("de", 1, "en", 2, "zh-Hans", 2));
        assertThat(words(outlines)).contains("de has 1 (Eins), en has 2 (One, Two), zh-Hans has 2 (定义, 费用)");
    }

    @Test
    void ofManyArticlesTheFirstAndTheLastAreTold() {
        String many = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> "## " + number + ". " + "Words ".repeat(20))
                .collect(Collectors.joining("\n\n"));

        assertThat(words(of("en", many, "fr", "## " + "x".repeat(100))))
                .contains("en has 12 (1, 2, …, 12), fr has 1 (" + "x".repeat(30) + "…)");
    }

    @Test
    void whereEveryLanguageNumbersItsArticlesTheNumbersAreTheSame() {
        Outlines other = of("en", "## Article 1\n\n## Article 3\n", "zh-Hans", "## 第一条 定义\n\n## 第二条 费用\n");
        assertThat(words(other)).contains("number 2 of them is Article 3 in en, 第二条 in zh-Hans");
        assertThat(other.difference())
                .contains(OutlineDifference.ofNumbers(2, Map.of("en", "Article 3", "zh-Hans", "第二条")));
        assertThat(of("en", "## Definitions\n\n## 3. Fees\n", "zh-Hans", "## 第一条 定义\n\n## 第二条 费用\n")
                        .difference())
                .isEmpty();
    }

    @Test
    void oneLanguageAloneDiffersFromNone() {
        assertThat(of("en", "## 1\n\n## 7\n").difference()).isEmpty();
        assertThat(of().difference()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "7, 第七条",
        "7, 第７条",
        "7, Article 7",
        "7, Artículo 7",
        "7, Статья 7",
        "7, المادة ٧",
        "7, VII",
        "7, g",
        "7, §7",
        "7, 제7조",
        "12, 第十二条",
        "12, xii",
        "20, 二十",
        "105, 一百零五",
        "12, 第拾贰条",
        "2, 第两条",
        "3, （三）",
        "3, ③",
        "10, 一〇",
        "4.2, 4.2",
        "4, Clause IV",
        "3, C",
        "100, C",
        "1, I",
        "3.1, 第三条之一",
        "3.1, Article 3-1",
        "3.1, § 3 a",
        "3.1, Article 3 bis",
        "3.2, Article 3 bis",
        "3.2, 제3조의2",
        "3.2, 第三条の二",
        "3.1, Статья 3¹",
        "3.1, المادة ٣ مكرر",
        "3.2.3, 제3조의2의3",
        "3.2, Article III ter"
    })
    void aNumberStandsForTheSameHoweverItIsWritten(String value, String number) {
        assertThat(NumberValues.of(number)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"Premier", "А", "''", "iiii"})
    void whatIsWrittenInAWayThatIsNotKnownStandsForNothing(String number) {
        assertThat(NumberValues.of(number)).isEmpty();
    }

    private static Optional<String> words(Outlines outlines) {
        return outlines.difference().map(OutlineDifference::words);
    }

    private static Outlines of(String... localesAndTexts) {
        Map<String, byte[]> contents = new TreeMap<>();
        for (int i = 0; i < localesAndTexts.length; i += 2) {
            contents.put(localesAndTexts[i], localesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return Outlines.of(contents);
    }

    @Test
    void anArticlePutInBetweenIsNotTheOneBeforeIt() {
        assertThat(of("en", "## Article 2\n\n## Article 2 bis\n", "zh-Hans", "## 第二条\n\n## 第二条之一\n")
                        .difference())
                .isEmpty();
        assertThat(of("en", "## Article 2\n\n## Article 3\n", "zh-Hans", "## 第二条\n\n## 第二条之一\n")
                        .difference())
                .isPresent();
    }
}
