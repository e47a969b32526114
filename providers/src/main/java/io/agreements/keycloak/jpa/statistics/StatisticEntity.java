package io.agreements.keycloak.jpa.statistics;

import io.agreements.keycloak.statistics.Cell;
import io.agreements.keycloak.statistics.Dimension;
import io.agreements.keycloak.statistics.Period;
import io.agreements.keycloak.statistics.Series;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Nationalized;

@Entity
@Table(name = "AGR_STATISTIC")
@IdClass(StatisticEntity.Key.class)
@NamedQuery(
        name = StatisticEntity.LATEST,
        query = "select s from StatisticEntity s where " + StatisticEntity.OF_SERIES
                + " and s.dimension = :dimension order by s.firstDay desc")
@NamedQuery(
        name = StatisticEntity.BETWEEN,
        query = "select s from StatisticEntity s where " + StatisticEntity.OF_SERIES
                + " and s.dimension = :dimension and s.firstDay >= :from and s.lastDay <= :to"
                + " order by s.firstDay, s.cell")
@NamedQuery(name = StatisticEntity.DELETE_BY_REALM, query = "delete from StatisticEntity s where s.realmId = :realmId")
public class StatisticEntity {

    static final String LATEST = "agreements.latestStatistic";
    static final String BETWEEN = "agreements.statisticsBetween";
    static final String DELETE_BY_REALM = "agreements.deleteStatisticsByRealm";

    static final String OF_SERIES = "s.realmId = :realmId and s.measure = :measure and s.agreementKey = :agreementKey";

    /** No agreement can have it for a key. */
    static final String NO_AGREEMENT = "*";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "MEASURE", length = 24)
    String measure;

    @Id
    @Column(name = "AGREEMENT_KEY", length = 64)
    String agreementKey;

    @Id
    @Column(name = "DIMENSION", length = 16)
    String dimension;

    @Id
    @Column(name = "FIRST_DAY", length = 10)
    String firstDay;

    @Id
    @Column(name = "CELL")
    int cell;

    @Column(name = "LAST_DAY", length = 10, nullable = false)
    String lastDay;

    @Column(name = "UNTIL_AT", nullable = false)
    long untilAt;

    @Column(name = "LEAST_USERS", nullable = false)
    int k;

    @Nationalized
    @Column(name = "CELL_VALUE", length = 255)
    String value;

    @Column(name = "IS_OTHER", nullable = false)
    boolean isOther;

    @Column(name = "USERS", nullable = false)
    long users;

    static StatisticEntity of(
            String realmId, Series series, Period period, Dimension dimension, int number, Cell cell) {
        StatisticEntity entity = new StatisticEntity();
        entity.realmId = realmId;
        entity.measure = series.measure().name();
        entity.agreementKey = keyOf(series);
        entity.dimension = dimension.name();
        entity.firstDay = period.first().toString();
        entity.cell = number;
        entity.lastDay = period.last().toString();
        entity.untilAt = period.until().toEpochMilli();
        entity.k = period.k();
        entity.value = cell.value();
        entity.isOther = cell.isOther();
        entity.users = cell.users();
        return entity;
    }

    static String keyOf(Series series) {
        return series.agreementKey() == null ? NO_AGREEMENT : series.agreementKey();
    }

    record Key(String realmId, String measure, String agreementKey, String dimension, String firstDay, int cell)
            implements Serializable {}
}
