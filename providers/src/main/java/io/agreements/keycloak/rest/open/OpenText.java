package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Text;

/**
 * A text as JSON. Content and HTML are there only where a single version is asked for.
 *
 * @param summary the author's words on what changed; left out if there are none
 * @param digest SHA-256 of the Markdown's bytes in UTF-8, hexadecimal
 * @param content the Markdown
 * @param html the same as pages show it: what the author wrote in HTML is escaped, links lead to https, http, mailto, tel and # only
 */
public record OpenText(String locale, String title, String summary, String digest, String content, String html) {

    /** One of a list. */
    static OpenText of(Text text) {
        return of(text, null, null);
    }

    static OpenText of(Text text, String content, String html) {
        return new OpenText(text.locale(), text.title(), text.summary(), text.digest(), content, html);
    }
}
