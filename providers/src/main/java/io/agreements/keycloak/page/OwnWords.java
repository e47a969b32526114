package io.agreements.keycloak.page;

import io.agreements.keycloak.agreement.language.Direction;
import io.agreements.keycloak.agreement.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The words of this extension, for every language Keycloak asks for. Where there are none in a language, Keycloak would go on
 * to its parent and then to the realm's default language: Simplified Chinese for a reader in Hong Kong, Chinese for a Japanese
 * one. So every language has an answer here: its own words, or English ones, which say that they are English. A file named
 * by the language is all that a further one needs.
 */
final class OwnWords {

    private static final String DIRECTORY = "agreements-messages/";
    private static final String ENGLISH = "en";
    private static final String SIMPLIFIED = "zh-Hans";
    private static final String TRADITIONAL = "zh-Hant";
    private static final char RIGHT_TO_LEFT_MARK = '\u200F';

    private OwnWords() {}

    static Properties in(Locale locale) throws IOException {
        Properties words = new Properties();
        Optional<String> file = fileFor(locale);
        if (file.isPresent()) {
            load(words, file.get());
        }
        if (Language.of(locale).direction() == Direction.RTL) {
            words.setProperty("locale_" + locale.toLanguageTag(), nameFromRight(locale));
        }
        return words;
    }

    /** Nothing for a country of a language that has its words without one: a theme may have others for that language. */
    private static Optional<String> fileFor(Locale locale) {
        Language language = Language.of(locale);
        if (language.isChinese()) {
            return Optional.of(language.isWrittenAs(new Language(TRADITIONAL)) ? TRADITIONAL : SIMPLIFIED);
        }
        return locale.getCountry().isEmpty() && locale.getVariant().isEmpty()
                ? Optional.of(hasWords(language) ? name(language) : ENGLISH)
                : Optional.empty();
    }

    /** Of a language in the script it is usually written in. */
    private static boolean hasWords(Language language) {
        String name = name(language);
        return OwnWords.class.getClassLoader().getResource(path(name)) != null
                && language.isWrittenAs(new Language(name));
    }

    private static String name(Language language) {
        return language.locale().getLanguage();
    }

    private static String path(String tag) {
        return DIRECTORY + tag + ".properties";
    }

    private static void load(Properties words, String tag) throws IOException {
        try (InputStream file = OwnWords.class.getClassLoader().getResourceAsStream(path(tag));
                InputStreamReader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
    }

    /** Keycloak tells the direction of a page by the name of its language, and has no name for Hebrew, Urdu and others. */
    private static String nameFromRight(Locale locale) {
        String name = locale.getDisplayName(locale);
        boolean fromLeft = new Bidi(name, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        return fromLeft ? RIGHT_TO_LEFT_MARK + name : name;
    }
}
