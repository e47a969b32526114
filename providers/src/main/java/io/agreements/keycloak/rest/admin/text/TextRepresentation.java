package io.agreements.keycloak.rest.admin.text;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.agreement.AgreementProvider.NewText;
import io.agreements.keycloak.agreement.Limits;
import io.agreements.keycloak.agreement.Text;
import io.agreements.keycloak.rest.SentJson;
import java.nio.charset.StandardCharsets;

/**
 * A text for administrators.
 *
 * @param locale language tag; given by the address when it is sent
 * @param summary the author's words on what changed; left out if there are none
 * @param digest SHA-256 of the Markdown in UTF-8, hexadecimal; ignored when it is sent
 * @param edits how often it was changed; sent back with a change, left out with a new text
 * @param content the Markdown; left out in lists
 */
@JsonDeserialize(using = SentJson.class)
public record TextRepresentation(
        String locale, String title, String summary, String digest, Integer edits, String content) {

    public static TextRepresentation of(Text text) {
        return of(text, null);
    }

    public static TextRepresentation of(Text text, String content) {
        return new TextRepresentation(
                text.locale(), text.title(), text.summary(), text.digest(), text.edits(), content);
    }

    /** @throws IllegalArgumentException with what is wrong in words for an administrator */
    public NewText toText(String locale) {
        Limits.requireLines("content", content);
        return new NewText(
                locale,
                title,
                summary == null || summary.isBlank() ? null : summary.strip(),
                content == null ? null : content.getBytes(StandardCharsets.UTF_8));
    }
}
