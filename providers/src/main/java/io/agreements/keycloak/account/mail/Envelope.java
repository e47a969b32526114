package io.agreements.keycloak.account.mail;

import io.agreements.keycloak.agreement.language.Isolated;
import io.agreements.keycloak.agreement.language.Language;
import java.util.HashMap;
import java.util.Map;

/**
 * What every mail has around its words.
 *
 * @param words language of its words
 * @param contact the realm's address for questions; null if it has none
 * @param links where its button may lead
 */
record Envelope(Language words, String contact, MailLinks links) {

    /** All that the templates of the letter put in. What there is none of is not among it. */
    Map<String, Object> around(Letter letter) {
        Map<String, Object> attributes = new HashMap<>(letter.attributes());
        attributes.put("subjectKey", letter.kind().subjectKey());
        attributes.put(
                "greetedName",
                Salutation.name(letter.recipient())
                        .map(name -> new Verbatim(Isolated.words(name, words)))
                        .orElse(null));
        attributes.put("contact", contact);
        attributes.put("accountUrl", links.account());
        attributes.put("myDataUrl", links.myData());
        attributes.put("agreementsUrl", links.agreements());
        attributes.values().removeIf(value -> value == null);
        return attributes;
    }
}
