package io.agreements.keycloak.conduct.content;

import java.time.Instant;

/**
 * A realm's own list as an administrator wrote it.
 *
 * @param content in the way {@link WordListReader} reads it
 * @param digest of its bytes in UTF-8, SHA-256, hexadecimal
 * @param entries how many words it has
 * @param changedAt when it was written, in UTC
 * @param changedBy user id of the administrator
 */
public record StoredWordList(String content, String digest, int entries, Instant changedAt, String changedBy) {}
