package io.agreements.keycloak.page.console;

import io.agreements.keycloak.agreement.language.Language;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The words of the views in a console for one reader: what the realm has put in their place, else what its theme has, else
 * our own. Only words in the reader's language and script count, or English ones: nobody reads Simplified Chinese in Hong
 * Kong or Chinese in Japan because that is the language of the realm.
 *
 * @param language as the reader writes it, if most of the words are in it, or else English
 * @param words by key; where they are in English, all of them
 * @param english those that are missing in that language
 */
public record ConsoleWords(String language, Map<String, String> words, Map<String, String> english) {

    private static final String ENGLISH = "en";

    /** Those for the console of a realm. */
    public static ConsoleWords of(KeycloakSession session, RealmModel realm, Console console, Locale reader) {
        ThemeWords theme = ThemeWords.of(session, console.theme());
        return of(console, reader, language -> {
            Map<String, String> said = new HashMap<>(theme.in(language.locale()));
            said.putAll(realm.getRealmLocalizationTextsByLocale(language.tag()));
            return said;
        });
    }

    /** @param overrides what stands for words of ours in exactly one language */
    static ConsoleWords of(Console console, Locale reader, Function<Language, Map<String, String>> overrides) {
        Map<String, String> english = said(console, List.of(new Language(ENGLISH)), overrides);
        Map<String, String> words = said(console, languagesOf(Language.of(reader)), overrides);
        boolean isSpoken = words.size() * 2 > english.size();
        Map<String, String> missing = new TreeMap<>(english);
        if (isSpoken) {
            missing.keySet().removeAll(words.keySet());
            return new ConsoleWords(reader.toLanguageTag(), words, missing);
        }
        missing.putAll(words);
        return new ConsoleWords(ENGLISH, missing, Map.of());
    }

    private static Map<String, String> said(
            Console console, List<Language> languages, Function<Language, Map<String, String>> overrides) {
        Map<String, String> words = new TreeMap<>();
        languages.forEach(language -> words.putAll(ConsoleFiles.in(language.tag())));
        languages.forEach(language -> words.putAll(overrides.apply(language)));
        words.keySet().removeIf(key -> !console.has(key) || !ConsoleFiles.haveWord(key));
        return words;
    }

    /** The tags that words for a reader may go by, the general ones first: all are of one language in one script. */
    private static List<Language> languagesOf(Language reader) {
        Locale locale = reader.locale();
        String name = reader.isChinese() ? "zh" : locale.getLanguage();
        Set<String> tags = new LinkedHashSet<>(List.of(name, name + "-" + reader.script(), reader.tag()));
        return tags.stream()
                .map(Language::new)
                .filter(language -> language.isWrittenAs(reader))
                .toList();
    }

    /** The word of that key; the key itself where there is none. */
    public String get(String key) {
        return Stream.of(words, english)
                .filter(some -> some.containsKey(key))
                .map(some -> some.get(key))
                .findFirst()
                .orElse(key);
    }
}
