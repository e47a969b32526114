package io.agreements.keycloak.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

final class TextLocalesTest {

    @ParameterizedTest(name = "{0} reads {3} of {1}, {2} binding")
    @CsvFileSource(resources = "/languages/texts.csv", delimiter = ';')
    void aReaderGetsTheTextMostLikelyRead(String reader, String available, String binding, String best) {
        assertThat(TextLocales.best(List.of(available.split(" ")), Locale.forLanguageTag(reader), binding))
                .isEqualTo(best);
    }
}
