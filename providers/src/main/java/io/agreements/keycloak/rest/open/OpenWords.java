package io.agreements.keycloak.rest.open;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agreements.keycloak.page.SentWording;
import io.agreements.keycloak.page.console.Console;
import io.agreements.keycloak.page.console.ConsoleWords;
import java.util.Map;

/**
 * The words of the views in a console for one reader.
 *
 * @param language of the words, as the reader writes it
 * @param words by key
 * @param english for those that are missing in that language
 * @param dialogs what a decision says of the words of its dialog; left out where nothing is decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenWords(String language, Map<String, String> words, Map<String, String> english, String dialogs) {

    static OpenWords of(Console console, ConsoleWords words) {
        return new OpenWords(
                words.language(),
                words.words(),
                words.english(),
                console == Console.ACCOUNT ? SentWording.dialogs(words) : null);
    }
}
