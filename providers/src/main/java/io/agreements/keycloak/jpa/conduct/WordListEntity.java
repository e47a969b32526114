package io.agreements.keycloak.jpa.conduct;

import io.agreements.keycloak.conduct.content.StoredWordList;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The list of prohibited words of a realm. */
@Entity
@Table(name = "AGR_WORD_LIST")
@NamedQuery(name = WordListEntity.DIGEST_OF, query = "select w.digest from WordListEntity w where w.realmId = :realmId")
@NamedQuery(
        name = WordListEntity.REPLACE,
        query =
                "update WordListEntity w set w.digest = :digest, w.content = :content, w.entries = :entries,"
                        + " w.changedAt = :changedAt, w.changedBy = :changedBy where w.realmId = :realmId and w.digest = :before")
@NamedQuery(name = WordListEntity.DELETE, query = "delete from WordListEntity w where w.realmId = :realmId")
public class WordListEntity {

    static final String DIGEST_OF = "agreements.digestOfWordList";
    static final String REPLACE = "agreements.replaceWordList";
    static final String DELETE = "agreements.deleteWordList";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Column(name = "DIGEST", length = 64, nullable = false)
    String digest;

    @Column(name = "CONTENT", nullable = false)
    byte[] content;

    @Column(name = "ENTRIES", nullable = false)
    int entries;

    @Column(name = "CHANGED_AT", nullable = false)
    long changedAt;

    @Column(name = "CHANGED_BY", length = 255, nullable = false)
    String changedBy;

    static WordListEntity of(String realmId, StoredWordList list) {
        WordListEntity entity = new WordListEntity();
        entity.realmId = realmId;
        entity.digest = list.digest();
        entity.content = list.content().getBytes(StandardCharsets.UTF_8);
        entity.entries = list.entries();
        entity.changedAt = list.changedAt().toEpochMilli();
        entity.changedBy = list.changedBy();
        return entity;
    }

    StoredWordList toList() {
        return new StoredWordList(
                new String(content, StandardCharsets.UTF_8),
                digest,
                entries,
                Instant.ofEpochMilli(changedAt),
                changedBy);
    }
}
