package io.agreements.keycloak.page;

import io.agreements.keycloak.agreement.language.Language;
import io.agreements.keycloak.agreement.text.change.TextChanges;
import io.agreements.keycloak.agreement.text.html.RenderedText.ArticleLink;
import io.agreements.keycloak.agreement.text.html.TextLabels;
import java.util.List;

/**
 * One agreement as a page shows it. All strings are plain text but {@code html}.
 *
 * @param key names its form fields
 * @param title in the language of the text
 * @param versionNumber number of the version shown
 * @param edition the version in words: number, label, effective date
 * @param locale language tag of the text shown
 * @param digest SHA-256 of the text shown, hexadecimal
 * @param html the text
 * @param url address of this version's own page
 * @param translationNote says that another text binds; null where this one does
 * @param attention the clauses attention is drawn to; null if there are none
 * @param change what changed since the version the user accepted or took note of; null where that is not what is shown
 * @param contents leads to the articles; empty where there are few
 */
public record AgreementView(
        String key,
        String title,
        int versionNumber,
        String edition,
        String locale,
        String digest,
        String html,
        String url,
        String translationNote,
        AttentionView attention,
        Change change,
        List<ArticleLink> contents) {

    /** Of the text and its title. */
    public Language language() {
        return new Language(locale);
    }

    /** What a clause that attention is drawn to is headed with, in the language of the text. */
    public String attentionTitle() {
        return TextLabels.ofAttention(language().locale());
    }

    /**
     * @param fromVersion number of the version accepted or taken note of before
     * @param note says since which version
     * @param summary the author's words, a line for each version since; null if there are none
     * @param texts what is different; null if the older text is in no language that could be compared
     */
    public record Change(int fromVersion, String note, String summary, TextChanges texts) {}
}
