package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.kept.DecisionsAlike;
import io.agreements.proof.canonical.RecordKeys;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Counts decisions by what they say and by what the page said, and names a record of each kind. */
public final class AlikeDecisions {

    /** Indexes asked for in one statement. */
    private static final int SOME = 500;

    private final EntityManager entities;
    private final String realmId;

    public AlikeDecisions(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    public List<DecisionsAlike> find(String agreementKey, int version) {
        List<Object[]> rows = entities.createNamedQuery(RecordEntity.DECISIONS_ALIKE, Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("listKey", RecordKeys.ofList(realmId, RecordType.ACCEPTANCE.name(), agreementKey))
                .setParameter("agreementKey", agreementKey)
                .setParameter("version", version)
                .getResultList();
        Map<Long, String> ids = ids(
                rows.stream().map(row -> (Long) row[6]).filter(Objects::nonNull).toList());
        return rows.stream()
                .flatMap(row -> StoredWords.read(Decision.class, (String) row[2])
                        .map(decision -> new DecisionsAlike(
                                (String) (row[0] == null ? row[1] : row[0]),
                                decision,
                                (Long) row[3],
                                Instant.ofEpochMilli((Long) row[4]),
                                Instant.ofEpochMilli((Long) row[5]),
                                Optional.ofNullable((Long) row[6]).map(ids::get)))
                        .stream())
                .toList();
    }

    private Map<Long, String> ids(List<Long> indexes) {
        Map<Long, String> ids = new HashMap<>();
        for (int first = 0; first < indexes.size(); first += SOME) {
            entities.createNamedQuery(RecordEntity.IDS_AT, Object[].class)
                    .setParameter("realmId", realmId)
                    .setParameter("indexes", indexes.subList(first, Math.min(first + SOME, indexes.size())))
                    .getResultList()
                    .forEach(row -> ids.put((Long) row[0], (String) row[1]));
        }
        return ids;
    }
}
