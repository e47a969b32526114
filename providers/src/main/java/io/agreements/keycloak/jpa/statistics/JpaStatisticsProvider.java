package io.agreements.keycloak.jpa.statistics;

import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.statistics.Activity;
import io.agreements.keycloak.statistics.Cell;
import io.agreements.keycloak.statistics.Combination;
import io.agreements.keycloak.statistics.Dimension;
import io.agreements.keycloak.statistics.Period;
import io.agreements.keycloak.statistics.Series;
import io.agreements.keycloak.statistics.StatisticsProvider;
import io.agreements.keycloak.statistics.StatisticsSettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;

/** Keeps what was published in {@code AGR_STATISTIC}. */
final class JpaStatisticsProvider implements StatisticsProvider {

    private final EntityManager entities;

    JpaStatisticsProvider(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Period> latest(RealmModel realm, Series series) {
        return query(StatisticEntity.LATEST, realm, series, Dimension.TOTAL).setMaxResults(1).getResultList().stream()
                .findFirst()
                .map(total -> period(Dimension.TOTAL, List.of(total)));
    }

    @Override
    public Activity activity(RealmModel realm, Series series, Instant from, Instant until) {
        return counts(realm).activity(series, from, until);
    }

    @Override
    public List<Combination> combinations(
            RealmModel realm, Series series, Instant from, Instant until, LocalDate day, StatisticsSettings settings) {
        return counts(realm).combinations(series, from, until, day, settings);
    }

    /** The total first: of two nodes one puts it in. */
    @Override
    public boolean add(RealmModel realm, Series series, Period period) {
        if (!add(realm, series, period, Dimension.TOTAL)) {
            return false;
        }
        for (Dimension dimension : series.measure().dimensions()) {
            if (!add(realm, series, period, dimension)) {
                throw new IllegalStateException("A part of the period is there without its total");
            }
        }
        return true;
    }

    @Override
    public List<Period> find(RealmModel realm, Series series, Dimension dimension, LocalDate from, LocalDate to) {
        Map<String, List<StatisticEntity>> byFirstDay = query(StatisticEntity.BETWEEN, realm, series, dimension)
                .setParameter("from", from.toString())
                .setParameter("to", to.toString())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(row -> row.firstDay, LinkedHashMap::new, Collectors.toList()));
        return byFirstDay.values().stream().map(rows -> period(dimension, rows)).toList();
    }

    @Override
    public void removeRealm(RealmModel realm) {
        entities.createNamedQuery(StatisticEntity.DELETE_BY_REALM)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
    }

    @Override
    public void close() {}

    private boolean add(RealmModel realm, Series series, Period period, Dimension dimension) {
        List<Cell> cells = period.cells().get(dimension);
        for (int number = 0; number < cells.size(); number++) {
            if (!InsertIfAbsent.insert(
                    entities,
                    StatisticEntity.of(realm.getId(), series, period, dimension, number, cells.get(number)))) {
                return false;
            }
        }
        return true;
    }

    private TypedQuery<StatisticEntity> query(String name, RealmModel realm, Series series, Dimension dimension) {
        return entities.createNamedQuery(name, StatisticEntity.class)
                .setParameter("realmId", realm.getId())
                .setParameter("measure", series.measure().name())
                .setParameter("agreementKey", StatisticEntity.keyOf(series))
                .setParameter("dimension", dimension.name());
    }

    private static Period period(Dimension dimension, List<StatisticEntity> rows) {
        StatisticEntity any = rows.get(0);
        return new Period(
                LocalDate.parse(any.firstDay),
                LocalDate.parse(any.lastDay),
                Instant.ofEpochMilli(any.untilAt),
                any.k,
                Map.of(
                        dimension,
                        rows.stream()
                                .map(row -> new Cell(row.value, row.isOther, row.users))
                                .toList()));
    }

    private UserCounts counts(RealmModel realm) {
        return new UserCounts(entities, realm.getId());
    }
}
