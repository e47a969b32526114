package io.agreements.keycloak.jpa.statistics;

import io.agreements.keycloak.jpa.AgeBands;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.statistics.Activity;
import io.agreements.keycloak.statistics.Combination;
import io.agreements.keycloak.statistics.Series;
import io.agreements.keycloak.statistics.StatisticsSettings;
import io.agreements.proof.canonical.RecordKeys;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Counts users of the ledger in one statement each, along the index of realm or that of a list. */
final class UserCounts {

    private static final String BETWEEN = " from RecordEntity r where r.realmId = :realmId and r.userId is not null"
            + " and r.occurredAt >= :from and r.occurredAt < :until and ";
    private static final String REGISTERED = "r.realmKey = :realmKey and r.type = :type and r.method = :method";
    private static final String DECIDED =
            "r.listKey = :listKey and r.agreementKey = :agreementKey and r.type = :type and r.decision = :decision and r.method not in :elsewhere";
    private static final String DELETED =
            "r.listKey in :lists and r.type = :type and (r.details like '%\"stage\":\"executed\"%' or r.details like '%\"stage\":\"missing\"%')";

    private static final Set<String> ELSEWHERE = Set.of(Method.REGISTRATION.name(), Method.IMPORT.name());

    private final EntityManager entities;
    private final String realmId;

    UserCounts(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    Activity activity(Series series, Instant from, Instant until) {
        Object[] row = query(
                        "select count(distinct r.userId), min(r.occurredAt)" + BETWEEN + condition(series),
                        series,
                        from,
                        until)
                .getSingleResult();
        return new Activity((Long) row[0], row[1] == null ? null : Instant.ofEpochMilli((Long) row[1]));
    }

    List<Combination> combinations(
            Series series, Instant from, Instant until, LocalDate day, StatisticsSettings settings) {
        return switch (series.measure()) {
            case REGISTRATIONS -> registrations(series, from, until, day, settings);
            case DELETIONS ->
                List.of(new Combination(List.of(), activity(series, from, until).users()));
            default -> decisions(series, from, until);
        };
    }

    /** A user who decided more than once in that time counts with the first of each in the order of words. */
    private List<Combination> decisions(Series series, Instant from, Instant until) {
        String users = "select min(r.versionNumber) as version, min(r.locale) as locale, min(r.clientId) as client"
                + BETWEEN + DECIDED + " group by r.userId";
        return combinations(query(
                "select u.version, u.locale, u.client, count(*) from (" + users
                        + ") u group by u.version, u.locale, u.client",
                series,
                from,
                until));
    }

    private List<Combination> registrations(
            Series series, Instant from, Instant until, LocalDate day, StatisticsSettings settings) {
        String users = "select min(r.locale) as locale, min(r.clientId) as client, "
                + settings.cityAttribute().map(name -> "min(c.value)").orElse("''") + " as city, "
                + settings.birthdateAttribute()
                        .map(name -> "min(" + AgeBands.of("b.value", day) + ")")
                        .orElse("''")
                + " as age from RecordEntity r"
                + settings.cityAttribute().map(name -> join("c", "city")).orElse("")
                + settings.birthdateAttribute()
                        .map(name -> join("b", "birthdate"))
                        .orElse("")
                + BETWEEN.replace(" from RecordEntity r", "") + REGISTERED + " group by r.userId";
        TypedQuery<Object[]> query = query(
                "select u.locale, u.client, u.city, u.age, count(*) from (" + users
                        + ") u group by u.locale, u.client, u.city, u.age",
                series,
                from,
                until);
        settings.cityAttribute().ifPresent(name -> query.setParameter("city", name));
        settings.birthdateAttribute().ifPresent(name -> query.setParameter("birthdate", name));
        return combinations(query);
    }

    private static String join(String alias, String parameter) {
        return " left join UserAttributeEntity " + alias + " on " + alias + ".user.id = r.userId and " + alias
                + ".name = :" + parameter;
    }

    private TypedQuery<Object[]> query(String text, Series series, Instant from, Instant until) {
        TypedQuery<Object[]> query = entities.createQuery(text, Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("from", from == null ? 0L : from.toEpochMilli())
                .setParameter("until", until.toEpochMilli());
        switch (series.measure()) {
            case REGISTRATIONS ->
                query.setParameter("realmKey", RecordKeys.ofRealm(realmId))
                        .setParameter("type", RecordType.ACCEPTANCE.name())
                        .setParameter("method", Method.REGISTRATION.name());
            case DELETIONS ->
                query.setParameter("lists", RecordKeys.ofLists(realmId, RecordType.DELETION.name()))
                        .setParameter("type", RecordType.DELETION.name());
            default -> {
                Decision decision = series.measure().decision().orElseThrow();
                query.setParameter("type", RecordType.ACCEPTANCE.name())
                        .setParameter(
                                "listKey",
                                RecordKeys.ofList(realmId, RecordType.ACCEPTANCE.name(), series.agreementKey()))
                        .setParameter("agreementKey", series.agreementKey())
                        .setParameter("decision", decision.name())
                        .setParameter("elsewhere", ELSEWHERE);
            }
        }
        return query;
    }

    private static String condition(Series series) {
        return switch (series.measure()) {
            case REGISTRATIONS -> REGISTERED;
            case DELETIONS -> DELETED;
            default -> DECIDED;
        };
    }

    private static List<Combination> combinations(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new Combination(
                        Stream.of(row)
                                .limit(row.length - 1L)
                                .map(value -> Objects.toString(value, ""))
                                .toList(),
                        (Long) row[row.length - 1]))
                .toList();
    }
}
