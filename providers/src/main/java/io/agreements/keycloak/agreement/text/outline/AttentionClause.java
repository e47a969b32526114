package io.agreements.keycloak.agreement.text.outline;

/**
 * A clause the author draws the reader's attention to.
 *
 * @param article number of the article it stands in, or its heading where it has none; empty before the first article
 * @param anchor id of the clause in pages
 * @param digest SHA-256 of its words, hexadecimal
 */
public record AttentionClause(String article, String anchor, String digest) {}
