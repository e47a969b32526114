package io.agreements.keycloak.agreement.text.html;

import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.agreement.text.markdown.Alert;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The few words beside a text that its author did not write, in the language of the text. */
public final class TextLabels {

    private static final Properties WORDS = read();
    private static final List<String> LANGUAGES = WORDS.stringPropertyNames().stream()
            .map(name -> name.substring(0, name.lastIndexOf('.')))
            .distinct()
            .toList();

    private static final String OTHERS = "en";

    private final String language;

    private TextLabels(String language) {
        this.language = language;
    }

    /** What a clause that attention is drawn to is headed with. */
    public static String ofAttention(Locale locale) {
        return of(locale).get(Alert.Weight.IMPORTANT.name().toLowerCase(Locale.ROOT));
    }

    /** In the language of the text as it is written there, by whatever name it goes; else in English. */
    static TextLabels of(Locale locale) {
        Language wanted = Language.of(locale);
        return LANGUAGES.stream()
                .filter(tag -> new Language(tag).isSameAs(wanted) && new Language(tag).isWrittenAs(wanted))
                .findFirst()
                .map(TextLabels::new)
                .orElseGet(() -> new TextLabels(OTHERS));
    }

    String get(String name) {
        return WORDS.getProperty(language + "." + name);
    }

    private static Properties read() {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                TextLabels.class.getResourceAsStream("labels.properties"), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
