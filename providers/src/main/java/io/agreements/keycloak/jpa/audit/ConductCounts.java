package io.agreements.keycloak.jpa.audit;

import io.agreements.keycloak.audit.count.DisclosureCount;
import io.agreements.keycloak.audit.count.RestrictionCount;
import io.agreements.keycloak.conduct.Appeal.Outcome;
import io.agreements.keycloak.conduct.RestrictionGround;
import io.agreements.keycloak.conduct.RestrictionKind;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.details.DisclosureGround;
import io.agreements.keycloak.ledger.details.RestrictionDetails.Stage;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts what was imposed on users, and what was given to others. */
final class ConductCounts {

    private final EntityManager entities;
    private final String realmId;

    ConductCounts(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    /** An entry in the place of which another stands is left out: that one counts. */
    List<DisclosureCount> disclosures(Instant from, Instant until) {
        return RecordsOf.between(entities, realmId, from, until)
                .list(
                        "select d.ground, count(distinct d.id), count(u.userId), sum("
                                + Said.one("u.tellAt is not null") + ") from DisclosureEntity d"
                                + " left join ConcernedUserEntity u on u.disclosureId = d.id where d.realmId = :realmId"
                                + " and d.correctedBy is null and d.disclosedAt >= :from and d.disclosedAt < :until group by d.ground")
                .map(row -> new DisclosureCount(
                        (DisclosureGround) row[0], (Long) row[1], (Long) row[2], ((Number) row[3]).longValue()))
                .toList();
    }

    List<RestrictionCount> restrictions(Instant from, Instant until) {
        List<String> conditions = conditions();
        String rows = IntStream.range(0, conditions.size())
                .mapToObj(place -> Said.one(conditions.get(place)) + " as c" + place)
                .collect(Collectors.joining(
                        ", ",
                        "select " + Said.which("kind", List.of(RestrictionKind.values()), RestrictionKind::name)
                                + " as kind, ",
                        RecordsOf.TYPE));
        String sums = IntStream.range(0, conditions.size())
                .mapToObj(place -> "sum(s.c" + place + ")")
                .collect(Collectors.joining(", "));
        return RecordsOf.between(entities, realmId, from, until)
                .ofType(RecordType.RESTRICTION)
                .list("select s.kind, " + sums + " from (" + rows + ") s where s.kind is not null group by s.kind")
                .map(ConductCounts::restrictions)
                .toList();
    }

    long appealsWaiting() {
        return entities.createQuery(
                        "select count(r.id) from RestrictionEntity r where r.realmId = :realmId"
                                + " and r.appealedAt is not null and r.answeredAt is null and r.endedAt is null",
                        Long.class)
                .setParameter("realmId", realmId)
                .getSingleResult();
    }

    /** In the order in which they are read. */
    private static List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        for (Stage stage :
                List.of(Stage.IMPOSED, Stage.CHANGED, Stage.LIFTED, Stage.CORRECTED, Stage.MISSED, Stage.APPEALED)) {
            conditions.add(is(stage));
        }
        for (Outcome outcome : List.of(Outcome.UPHELD, Outcome.REJECTED)) {
            conditions.add(is(Stage.ANSWERED) + " and " + Said.is("outcome", outcome.name()));
        }
        for (RestrictionGround ground : RestrictionGround.values()) {
            conditions.add(is(Stage.IMPOSED) + " and " + Said.has("grounds", ground.name()));
        }
        return conditions;
    }

    private static String is(Stage stage) {
        return Said.is("stage", stage.name().toLowerCase(Locale.ROOT));
    }

    private static RestrictionCount restrictions(Object[] row) {
        Iterator<Object> sums = Arrays.asList(row).iterator();
        RestrictionKind kind = RestrictionKind.valueOf((String) sums.next());
        long imposed = Said.next(sums);
        long changed = Said.next(sums);
        long lifted = Said.next(sums);
        long corrected = Said.next(sums);
        long missed = Said.next(sums);
        long appealed = Said.next(sums);
        long upheld = Said.next(sums);
        long rejected = Said.next(sums);
        Map<RestrictionGround, Long> grounds = new EnumMap<>(RestrictionGround.class);
        for (RestrictionGround ground : RestrictionGround.values()) {
            grounds.put(ground, Said.next(sums));
        }
        return new RestrictionCount(
                kind, imposed, changed, lifted, corrected, missed, appealed, upheld, rejected, grounds);
    }
}
