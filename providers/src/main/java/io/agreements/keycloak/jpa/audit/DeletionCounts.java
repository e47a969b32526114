package io.agreements.keycloak.jpa.audit;

import io.agreements.keycloak.audit.count.DeletionCount;
import io.agreements.keycloak.audit.count.ExecutionCount;
import io.agreements.keycloak.audit.count.WaitingCount;
import io.agreements.keycloak.ledger.ActorKind;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.details.DeletionDetails.Stage;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Counts deletions of accounts. */
final class DeletionCounts {

    private static final String OF_ONE_ACCOUNT = RecordsOf.TYPE + " and r.userId is not null";

    private final EntityManager entities;
    private final String realmId;

    DeletionCounts(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    List<DeletionCount> steps(Instant from, Instant until) {
        String rows = "select " + Said.which("stage", List.of(Stage.values()), DeletionCounts::word) + " as stage, "
                + Said.which("by", List.of(ActorKind.values()), DeletionCounts::word) + " as actor" + OF_ONE_ACCOUNT;
        return RecordsOf.between(entities, realmId, from, until)
                .ofType(RecordType.DELETION)
                .list("select d.stage, d.actor, count(*) from (" + rows
                        + ") d where d.stage is not null and d.actor is not null group by d.stage, d.actor")
                .map(row -> new DeletionCount(
                        Stage.valueOf((String) row[0]), ActorKind.valueOf((String) row[1]), (Long) row[2]))
                .toList();
    }

    /** A request counts if it is the last thing that was said of the deletion before, and was not taken back. */
    List<ExecutionCount> executions(Instant from, Instant until) {
        String said = "q.userId = r.userId and q.realmId = r.realmId and q.type = :type";
        String requested = said + " and " + asked("q", Stage.REQUESTED);
        String last = said.replace("q.", "l.") + " and (" + asked("l", Stage.REQUESTED) + " or "
                + asked("l", Stage.CANCELLED) + ") and l.occurredAt <= r.occurredAt";
        String rows = "select r.occurredAt - q.occurredAt as took, case when q.details like '%\"by\":\"user\"%'"
                + " then 1 else 0 end as own from RecordEntity r join RecordEntity q on " + requested
                + " and q.occurredAt = (select max(l.occurredAt) from RecordEntity l where " + last + ")"
                + OF_ONE_ACCOUNT.replace(" from RecordEntity r", "") + " and "
                + Said.is("stage", word(Stage.EXECUTED));
        return RecordsOf.between(entities, realmId, from, until)
                .ofType(RecordType.DELETION)
                .list("select e.own, count(*), min(e.took), max(e.took), sum(e.took), " + within(0, 1) + ", "
                        + within(1, 7) + ", " + within(7, 15) + ", " + within(15, 30) + " from (" + rows
                        + ") e group by e.own")
                .map(row -> {
                    Iterator<Object> sums = Arrays.asList(row).iterator();
                    return new ExecutionCount(
                            Said.next(sums) == 1,
                            Said.next(sums),
                            Said.next(sums),
                            Said.next(sums),
                            Said.next(sums),
                            Said.next(sums),
                            Said.next(sums),
                            Said.next(sums),
                            Said.next(sums));
                })
                .toList();
    }

    WaitingCount waiting(Instant now) {
        Object[] row = entities.createQuery(
                        "select count(d.userId), sum(" + Said.one("d.heldAt is not null") + "), sum("
                                + Said.one("d.heldAt is null and d.dueAt <= :now")
                                + ") from DeletionRequestEntity d where d.realmId = :realmId",
                        Object[].class)
                .setParameter("now", now.toEpochMilli())
                .setParameter("realmId", realmId)
                .getSingleResult();
        Iterator<Object> sums = Arrays.asList(row).iterator();
        return new WaitingCount(Said.next(sums), Said.next(sums), Said.next(sums));
    }

    private static String asked(String alias, Stage stage) {
        return alias + ".details like '%\"stage\":\"" + word(stage) + "\"%'";
    }

    /** How many took more than the one number of days, and not more than the other. */
    private static String within(int more, int most) {
        String low = more == 0 ? "" : " and e.took > " + Duration.ofDays(more).toMillis();
        return "sum(" + Said.one("e.took <= " + Duration.ofDays(most).toMillis() + low) + ")";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
