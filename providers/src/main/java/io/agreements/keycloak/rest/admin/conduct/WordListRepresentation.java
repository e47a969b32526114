package io.agreements.keycloak.rest.admin.conduct;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.agreements.keycloak.conduct.content.StoredWordList;
import io.agreements.keycloak.rest.SentJson;

/**
 * Words that users may not use of themselves. To write them, {@code content} and the {@code digest} that was read are sent;
 * anything else is ignored then.
 *
 * @param content a word on each line; behind {@code #} at its beginning is a comment, {@code !} comes before a word that is
 *     allowed although it contains a prohibited one, {@code *} says at which side a word may go on
 * @param digest of the content, SHA-256; left out while the realm has no list
 * @param entries how many words it has
 * @param entriesOfServer how many words the server's own list has, which counts besides
 * @param changedAt when it was written, milliseconds since 1970 in UTC; left out while the realm has no list
 * @param changedBy user id of the administrator who wrote it; left out while the realm has no list
 */
@JsonDeserialize(using = SentJson.class)
public record WordListRepresentation(
        String content, String digest, Integer entries, Integer entriesOfServer, Long changedAt, String changedBy) {

    static WordListRepresentation none(int entriesOfServer) {
        return new WordListRepresentation("", null, 0, entriesOfServer, null, null);
    }

    static WordListRepresentation of(StoredWordList list, int entriesOfServer) {
        return new WordListRepresentation(
                list.content(),
                list.digest(),
                list.entries(),
                entriesOfServer,
                list.changedAt().toEpochMilli(),
                list.changedBy());
    }
}
