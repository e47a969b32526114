package io.agreements.keycloak.agreement;

/**
 * A version's Markdown in one locale, without the Markdown itself: that is read by {@link AgreementProvider#content}.
 *
 * @param id identifies the text in the store
 * @param locale BCP 47 language tag
 * @param title what the agreement is called in this locale
 * @param summary the author's words on what changed; null if there are none
 * @param digest SHA-256 of the Markdown's bytes in UTF-8, lower-case hexadecimal
 * @param edits how often it was changed
 */
public record Text(String id, String locale, String title, String summary, String digest, int edits) {}
