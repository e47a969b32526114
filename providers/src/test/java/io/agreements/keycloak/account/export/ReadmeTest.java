package io.agreements.keycloak.account.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.agreements.keycloak.page.AgreementThemeResources;
import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadmeTest {

    @ParameterizedTest
    @MethodSource("io.agreements.keycloak.page.MessageFiles#languages")
    void eachFileIsExplainedInTheLanguageOfTheReader(String locale) throws IOException {
        Properties messages = new AgreementThemeResources().getMessages("messages", Locale.forLanguageTag(locale));
        ExportWords words = (key, arguments) -> new MessageFormat(messages.getProperty(key)).format(arguments);
        String readme = new Readme(new ExportView(words, "the 25th", entry -> entry, request -> request))
                .of("zhang.san", "The Shop", Stream.of(ExportFile.values()));

        assertThat(readme).contains("zhang.san", "The Shop", "the 25th").doesNotContain("{", "agreementsExport");
        for (ExportFile file : ExportFile.values()) {
            assertThat(readme)
                    .contains(file.path() + "\n    " + messages.getProperty("agreementsExport" + file.messageKey()));
        }
    }
}
