package io.agreements.keycloak.page;

import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.html.TextLabels;
import java.util.List;

/**
 * What changed from one version of an agreement to a later one, as a page shows it. All strings are plain text.
 *
 * @param key of the agreement
 * @param title of the newer version, in the language of the texts
 * @param locale language tag of the texts compared
 * @param older the version compared from
 * @param newer the version compared to
 * @param translationNote says that another text binds; null where these do
 * @param summaries the author's words for each version on the way, the newer one included
 * @param texts what is different; null if there is no language both versions are in
 */
public record ChangesView(
        String key,
        String title,
        String locale,
        Edition older,
        Edition newer,
        String translationNote,
        List<Summary> summaries,
        TextChanges texts) {

    /** Of the title, the summaries and the texts. */
    public Language language() {
        return new Language(locale);
    }

    /** What a clause that attention is drawn to is headed with, in the language of the text. */
    public String attentionTitle() {
        return TextLabels.ofAttention(language().locale());
    }

    /**
     * @param words number, label, effective date
     * @param url address of the version's own page
     */
    public record Edition(int number, String words, String url) {}

    /**
     * @param edition the version in words
     * @param words null if the author gave none
     */
    public record Summary(int number, String edition, String words) {}
}
