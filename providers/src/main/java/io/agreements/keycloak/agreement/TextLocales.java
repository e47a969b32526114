package io.agreements.keycloak.agreement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the text locale that suits a reader. */
final class TextLocales {

    private TextLocales() {}

    /**
     * @param available language tags of the texts there are; not empty
     * @param binding taken where nothing suits; if it is not available either, the first one
     */
    static String best(List<String> available, Locale reader, String binding) {
        return first(available, tag -> tag.equalsIgnoreCase(reader.toLanguageTag()))
                .or(() -> first(available, tag -> sameLanguageAndScript(Locale.forLanguageTag(tag), reader)))
                .or(() ->
                        first(available, tag -> sameLanguage(Locale.forLanguageTag(tag), reader) && !isChinese(reader)))
                .or(() -> first(available, tag -> tag.equals(binding)))
                .orElseGet(() -> available.get(0));
    }

    private static Optional<String> first(List<String> available, Predicate<String> wanted) {
        return available.stream().filter(wanted).findFirst();
    }

    private static boolean sameLanguage(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage());
    }

    private static boolean sameLanguageAndScript(Locale one, Locale other) {
        return sameLanguage(one, other) && script(one).equals(script(other));
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }

    /** Keycloak names the Chinese scripts by country (zh-CN, zh-TW) as well as by script (zh-Hans, zh-Hant). */
    private static String script(Locale locale) {
        if (!locale.getScript().isEmpty() || !isChinese(locale)) {
            return locale.getScript();
        }
        return switch (locale.getCountry()) {
            case "TW", "HK", "MO" -> "Hant";
            default -> "Hans";
        };
    }
}
