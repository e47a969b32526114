package io.agreements.keycloak.jpa.audit;

import io.agreements.keycloak.audit.count.AgeCount;
import io.agreements.keycloak.jpa.AgeBands;
import io.agreements.keycloak.statistics.AgeBand;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Counts the users Keycloak itself keeps. */
final class AgeCounts {

    private static final String PEOPLE = " where u.realmId = :realmId and u.serviceAccountClientLink is null"
            + " and (u.createdTimestamp is null or u.createdTimestamp < :until)";

    private final EntityManager entities;
    private final String realmId;

    AgeCounts(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    List<AgeCount> all(Instant until) {
        Long users = entities.createQuery("select count(u.id) from UserEntity u" + PEOPLE, Long.class)
                .setParameter("realmId", realmId)
                .setParameter("until", until.toEpochMilli())
                .getSingleResult();
        return users == 0 ? List.of() : List.of(new AgeCount(null, false, users));
    }

    /** Of several birthdates of a user, the one of the band whose name comes first counts. */
    List<AgeCount> byAge(Instant until, String birthdate, LocalDate day) {
        String users =
                "select min(" + AgeBands.of("b.value", day) + ") as age, case when count(b.id) > 0 then 1 else 0 end"
                        + " as dated from UserEntity u left join UserAttributeEntity b on b.user.id = u.id"
                        + " and b.name = :birthdate" + PEOPLE + " group by u.id";
        return entities
                .createQuery(
                        "select a.age, a.dated, count(*) from (" + users + ") a group by a.age, a.dated",
                        Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("until", until.toEpochMilli())
                .setParameter("birthdate", birthdate)
                .getResultList()
                .stream()
                .map(row -> new AgeCount(
                        row[0] == null ? null : AgeBand.valueOf((String) row[0]),
                        ((Number) row[1]).intValue() == 1,
                        (Long) row[2]))
                .toList();
    }
}
