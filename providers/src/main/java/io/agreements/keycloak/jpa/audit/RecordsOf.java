package io.agreements.keycloak.jpa.audit;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Asks about the records of a realm in a stretch of time, which are {@code r}. */
final class RecordsOf {

    /** All of them. */
    static final String ANY =
            " from RecordEntity r where r.realmId = :realmId and r.occurredAt >= :from and r.occurredAt < :until";

    /** Those of one type. */
    static final String TYPE = ANY + " and r.type = :type";

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
