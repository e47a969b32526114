package io.agreements.keycloak.jpa.ledger.erasure;

import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.ledger.retention.RetentionRuns;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/** Keeps in {@code AGR_RETENTION_RUN} when expired connections were looked for: a row for each realm and day. */
public final class JpaRetentionRuns implements RetentionRuns {

    private final EntityManager entities;

    public JpaRetentionRuns(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(RealmModel realm, LocalDate day, long records, Instant at) {
        if (count(realm, day, records, at) || isRealmGone(realm)) {
            return;
        }
        RetentionRunEntity first = new RetentionRunEntity();
        first.realmId = realm.getId();
        first.day = day.toString();
        first.runs = 1;
        first.erased = records;
        first.lastAt = at.toEpochMilli();
        if (!InsertIfAbsent.insert(entities, first)) {
            count(realm, day, records, at);
        }
    }

    @Override
    public Map<String, Look> since(LocalDate day) {
        return entities.createNamedQuery(RetentionEntity.LOOKS, Object[].class)
                .setParameter("since", day.toString())
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], JpaRetentionRuns::look, JpaRetentionRuns::later));
    }

    private static Look look(Object[] row) {
        return new Look(Instant.ofEpochMilli((Long) row[3]), Instant.ofEpochMilli((Long) row[1]), (Long) row[2] == 0);
    }

    private static Look later(Look one, Look other) {
        return one.at().isAfter(other.at()) ? one : other;
    }

    /** Whoever looked for what has expired holds this row until the transaction ends, and no realm goes before that. */
    private boolean isRealmGone(RealmModel realm) {
        return entities.find(RetentionEntity.class, realm.getId()) == null;
    }

    private boolean count(RealmModel realm, LocalDate day, long records, Instant at) {
        return entities.createNamedQuery(RetentionRunEntity.ADD)
                        .setParameter("erased", records)
                        .setParameter("at", at.toEpochMilli())
                        .setParameter("realmId", realm.getId())
                        .setParameter("day", day.toString())
                        .executeUpdate()
                > 0;
    }

    @Override
    public Optional<LocalDate> firstDay(RealmModel realm) {
        return Optional.ofNullable(entities.createNamedQuery(RetentionRunEntity.FIRST, String.class)
                        .setParameter("realmId", realm.getId())
                        .getSingleResult())
                .map(LocalDate::parse);
    }

    @Override
    public Summary between(RealmModel realm, LocalDate first, LocalDate last) {
        Object[] sums = entities.createNamedQuery(RetentionRunEntity.BETWEEN, Object[].class)
                .setParameter("realmId", realm.getId())
                .setParameter("first", first.toString())
                .setParameter("last", last.toString())
                .getSingleResult();
        long days = (Long) sums[0];
        return days == 0
                ? new Summary(0, 0, 0, null)
                : new Summary(days, (Long) sums[1], (Long) sums[2], Instant.ofEpochMilli((Long) sums[3]));
    }
}
