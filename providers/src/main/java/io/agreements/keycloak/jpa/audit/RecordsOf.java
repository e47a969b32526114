package io.agreements.keycloak.jpa.audit;

import io.agreements.keycloak.ledger.RecordType;
import io.agreements.proof.canonical.RecordKeys;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Asks about the records of a realm in a stretch of time, which are {@code r}. */
final class RecordsOf {

    private static final String BETWEEN =
            " from RecordEntity r where r.realmId = :realmId and r.occurredAt >= :from and r.occurredAt < :until";

    /** All of them; for {@link #ofAnyType}. */
    static final String ANY = BETWEEN + " and r.realmKey = :realmKey";

    /** Acceptances; for {@link #acceptances}. */
    static final String ACCEPTANCES = ANY + " and r.type = :type";

    /** Those of another type; for {@link #ofType}. */
    static final String TYPE = BETWEEN + " and r.listKey in :lists and r.type = :type";

    private final EntityManager entities;
    private final Map<String, Object> parameters = new HashMap<>();

    private RecordsOf(EntityManager entities) {
        this.entities = entities;
    }

    static RecordsOf between(EntityManager entities, String realmId, Instant from, Instant until) {
        return new RecordsOf(entities)
                .with("realmId", realmId)
                .with("from", from.toEpochMilli())
                .with("until", until.toEpochMilli());
    }

    RecordsOf ofAnyType() {
        return with("realmKey", RecordKeys.ofRealm((String) parameters.get("realmId")));
    }

    RecordsOf acceptances() {
        return ofAnyType().with("type", RecordType.ACCEPTANCE.name());
    }

    /** Not acceptances: there is a list of these for each agreement. */
    RecordsOf ofType(RecordType type) {
        return with("type", type.name())
                .with("lists", RecordKeys.ofLists((String) parameters.get("realmId"), type.name()));
    }

    RecordsOf with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    Stream<Object[]> list(String jpql) {
        var query = entities.createQuery(jpql, Object[].class);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream();
    }
}
