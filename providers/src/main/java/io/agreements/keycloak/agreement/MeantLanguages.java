package io.agreements.keycloak.agreement;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The language that somebody means who writes a country, the name of a language, or its tag in another way. */
public final class MeantLanguages {

    private static final String CHINESE = "zh";

    /** By codes of countries that are not those of their languages. */
    private static final Map<String, String> BY_COUNTRY = Map.ofEntries(
            Map.entry("al", "sq"),
            Map.entry("at", "de"),
            Map.entry("au", "en"),
            Map.entry("by", "be"),
            Map.entry("cn", "zh-Hans"),
            Map.entry("cz", "cs"),
            Map.entry("dk", "da"),
            Map.entry("eg", "ar"),
            Map.entry("gb", "en"),
            Map.entry("ge", "ka"),
            Map.entry("gr", "el"),
            Map.entry("hk", "zh-Hant"),
            Map.entry("il", "he"),
            Map.entry("ir", "fa"),
            Map.entry("jp", "ja"),
            Map.entry("kp", "ko"),
            Map.entry("kz", "kk"),
            Map.entry("mx", "es"),
            Map.entry("nz", "en"),
            Map.entry("ph", "fil"),
            Map.entry("pk", "ur"),
            Map.entry("rs", "sr"),
            Map.entry("ua", "uk"),
            Map.entry("us", "en"),
            Map.entry("vn", "vi"));

    /** By codes of countries that are those of other languages too. */
    private static final Map<String, String> BY_DOUBTFUL_COUNTRY = Map.of(
            "br", "pt-BR",
            "ch", "de",
            "ee", "et",
            "kr", "ko",
            "my", "ms",
            "sa", "ar",
            "se", "sv",
            "si", "sl",
            "tw", "zh-Hant");

    private MeantLanguages() {}

    /** Whether a tag begins with what is no language. */
    static boolean isUnknown(Locale locale) {
        String language = locale.getLanguage();
        return language.length() > 3
                || language.length() == 2
                        && locale.getDisplayLanguage(Locale.ENGLISH).equals(language);
    }

    /** What may be meant by what is no language tag, as a question that ends a sentence; empty if nothing is known. */
    static String question(String written) {
        return meant(written).map(tag -> ". Did you mean " + tag + "?").orElse("");
    }

    /** A language that is hardly meant, with the question for the one that is; empty for most. */
    public static Optional<String> doubt(String tag) {
        return Optional.ofNullable(BY_DOUBTFUL_COUNTRY.get(tag))
                .map(meant -> tag + " is the language "
                        + Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH) + ". Did you mean " + meant
                        + " ("
                        + Locale.forLanguageTag(meant).getDisplayName(Locale.ENGLISH) + ")?");
    }

    /** Whether what is no language tag may be meant as that one. */
    public static boolean isMeant(String written, String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return meant(written)
                .filter(meant -> Locale.forLanguageTag(meant).getLanguage().equals(language))
                .isPresent();
    }

    private static Optional<String> meant(String written) {
        String small = written.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_COUNTRY.get(small))
                .or(() -> byName(small))
                .or(() -> writtenRight(written.replace('_', '-').replace(' ', '-')));
    }

    private static Optional<String> byName(String name) {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(language -> namesOf(Locale.forLanguageTag(language)).contains(name))
                .findFirst()
                .map(language -> language.equals(CHINESE) ? "zh-Hans" : language);
    }

    private static Set<String> namesOf(Locale language) {
        return Set.copyOf(Arrays.asList(
                language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                language.getDisplayLanguage(language).toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> writtenRight(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return locale.getLanguage().isEmpty() || isUnknown(locale)
                    ? Optional.empty()
                    : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
