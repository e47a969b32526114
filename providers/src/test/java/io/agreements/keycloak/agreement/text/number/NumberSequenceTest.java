package io.agreements.keycloak.agreement.text.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberSequenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1|2|3",
                "3|4|5",
                "第一条|第二条|第三条",
                "第一条|第一条之一|第一条之二|第二条",
                "제1조|제1조의2|제1조의3|제2조",
                "Article 1|Article 2|Article 2 bis|Article 2 ter|Article 3",
                "§ 1|§ 2|§ 2a|§ 2b|§ 3",
                "I|II|III|IV|V|VI|VII|VIII|IX|X",
                "A|B|C|D",
                "1|1.1|1.2|2|2.1|2.2|3",
                "المادة ١|المادة ٢|المادة ٣"
            })
    void whatGoesOnIsInOrder(String numbers) {
        assertThat(outOfOrder(numbers)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1|2|4|5, 4",
        "1|3|2, 3|2",
        "1|2|2, 2",
        "1|1.1|1.3, 1.3",
        "第一条|第二条|第四条, 第四条",
        "第一条|第三条|第二条, 第三条|第二条",
        "Article 2|Article 2|Article 3, Article 2",
        "I|II|IV, IV"
    })
    void whatIsMissingOrThereTwiceIsNot(String numbers, String told) {
        assertThat(outOfOrder(numbers)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1|2|3|1|2",
                "Article 1|Article 2|Annex I|Annex II",
                "第一条|第二条|附件一|附件二",
                "Article premier|Article 2|Article 3",
                "Article 1|Article deux|Article 3"
            })
    void whatBeginsAnewIsCountedOtherwiseOrIsNotKnownIsNotHeldAgainstIt(String numbers) {
        assertThat(outOfOrder(numbers)).isEmpty();
    }

    private static String outOfOrder(String numbers) {
        NumberSequence sequence = new NumberSequence();
        return Stream.of(numbers.split("\\|"))
                .filter(number -> !sequence.take(number))
                .collect(Collectors.joining("|"));
    }
}
