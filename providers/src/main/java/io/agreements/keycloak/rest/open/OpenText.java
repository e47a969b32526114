package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.agreement.language.Direction;
import io.agreements.keycloak.agreement.language.Language;

/**
 * A text as JSON. Content and HTML are there only where a single version is asked for.
 *
 * @param direction in which title, summary and text are written, by their language
 * @param summary the author's words on what changed; left out if there are none
 * @param digest SHA-256 of the Markdown's bytes in UTF-8, hexadecimal
 * @param content the Markdown
 * @param html the same as pages show it: what the author wrote in HTML is escaped, links lead to https, http, mailto, tel and # only
 */
public record OpenText(
        String locale, Direction direction, String title, String summary, String digest, String content, String html) {

    /** One of a list. */
    static OpenText of(Text text) {
        return of(text, null, null);
    }

    static OpenText of(Text text, String content, String html) {
        return new OpenText(
                text.locale(),
                new Language(text.locale()).direction(),
                text.title(),
                text.summary(),
                text.digest(),
                content,
                html);
    }
}
