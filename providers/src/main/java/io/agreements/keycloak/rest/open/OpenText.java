package io.agreements.keycloak.rest.open;

import io.agreements.keycloak.agreement.Text;

/**
 * A text as JSON.
 *
 * @param summary the author's words on what changed; left out if there are none
 * @param digest SHA-256 of the Markdown's bytes in UTF-8, hexadecimal
 * @param content the Markdown; only where a single version is asked for
 */
public record OpenText(String locale, String title, String summary, String digest, String content) {

    static OpenText of(Text text, String content) {
        return new OpenText(text.locale(), text.title(), text.summary(), text.digest(), content);
    }
}
