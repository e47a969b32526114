package io.agreements.keycloak.agreement;

import io.agreements.keycloak.agreement.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the text locale that suits a reader: a text in the reader's language, written as the reader writes it; else English,
 * which more people read than any other language they have not asked for; else the text that binds.
 */
final class TextLocales {

    /** Readers of these learn both of its scripts at school. */
    private static final String TWO_SCRIPTS = "sr";

    private TextLocales() {}

    /**
     * @param available language tags of the texts there are; not empty
     * @param binding taken where nothing suits; if it is not available either, the first one
     */
    static String best(List<String> available, Locale reader, String binding) {
        Language wanted = Language.of(reader);
        return Stream.<Predicate<String>>of(
                        tag -> tag.equalsIgnoreCase(wanted.tag()),
                        tag -> isWrittenLanguage(tag, wanted) && hasNoCountry(tag),
                        tag -> isWrittenLanguage(tag, wanted),
                        tag -> isLanguage(tag, wanted) && readsBothScripts(reader),
                        tag -> isLanguage(tag, wanted) && tag.equals(binding),
                        tag -> new Language(tag).isEnglish() && hasNoCountry(tag),
                        tag -> new Language(tag).isEnglish(),
                        tag -> isLanguage(tag, wanted),
                        tag -> tag.equals(binding))
                .map(suits -> first(available, suits))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> available.get(0));
    }

    private static Optional<String> first(List<String> available, Predicate<String> wanted) {
        return available.stream().filter(wanted).findFirst();
    }

    private static boolean isLanguage(String tag, Language wanted) {
        return new Language(tag).isSameAs(wanted);
    }

    private static boolean isWrittenLanguage(String tag, Language wanted) {
        return isLanguage(tag, wanted) && new Language(tag).isWrittenAs(wanted);
    }

    private static boolean hasNoCountry(String tag) {
        return Locale.forLanguageTag(tag).getCountry().isEmpty();
    }

    private static boolean readsBothScripts(Locale reader) {
        return reader.getLanguage().equals(TWO_SCRIPTS);
    }
}
