package io.agreements.keycloak.agreement.text.html;

import io.agreements.keycloak.agreement.text.markdown.Alert;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/** The few words beside a text that its author did not write, in the language of the text. */
public final class TextLabels {

    private static final Properties WORDS = read();
    private static final String OTHERS = "en";

    private final String language;

    private TextLabels(String language) {
        this.language = language;
    }

    /** What a clause that attention is drawn to is headed with. */
    public static String ofAttention(Locale locale) {
        return of(locale).get(Alert.Weight.IMPORTANT.name().toLowerCase(Locale.ROOT));
    }

    static TextLabels of(Locale locale) {
        String language = locale.getLanguage();
        if (language.equals("zh")) {
            return new TextLabels(isTraditional(locale) ? "zh-Hant" : "zh-Hans");
        }
        return new TextLabels(WORDS.containsKey(language + ".note") ? language : OTHERS);
    }

    private static boolean isTraditional(Locale locale) {
        return locale.getScript().equals("Hant")
                || locale.getScript().isEmpty()
                        && "TW HK MO".contains(locale.getCountry())
                        && !locale.getCountry().isEmpty();
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
