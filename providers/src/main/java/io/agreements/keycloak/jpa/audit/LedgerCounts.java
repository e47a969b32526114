package io.agreements.keycloak.jpa.audit;

import io.agreements.keycloak.audit.count.DecisionCount;
import io.agreements.keycloak.audit.count.ErasureCount;
import io.agreements.keycloak.audit.count.RecordCount;
import io.agreements.keycloak.audit.count.WithdrawalCount;
import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.ledger.details.ErasureDetails.Reason;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts records and decisions, along the indexes of realm and of list, and of user. */
final class LedgerCounts {

    /** The log takes what is oldest first, in parts of at most that many. */
    private static final long FIRST_PART = 1000;

    private static final long SECOND = Duration.ofSeconds(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long MONTH = Duration.ofDays(30).toMillis();

    private final EntityManager entities;
    private final String realmId;

    LedgerCounts(EntityManager entities, String realmId) {
        this.entities = entities;
        this.realmId = realmId;
    }

    Optional<Instant> first() {
        return Optional.ofNullable(entities.createQuery(
                                "select min(r.recordedAt) from RecordEntity r where r.realmId = :realmId"
                                        + " and (r.logIndex < :some or r.logIndex is null)",
                                Long.class)
                        .setParameter("realmId", realmId)
                        .setParameter("some", FIRST_PART)
                        .getSingleResult())
                .map(Instant::ofEpochMilli);
    }

    List<RecordCount> records(Instant from, Instant until) {
        return RecordsOf.between(entities, realmId, from, until)
                .ofAnyType()
                .list("select r.type, count(r.id), sum(" + Said.one("r.logIndex is null") + ")" + RecordsOf.ANY
                        + " group by r.type")
                .flatMap(row -> StoredWords.read(RecordType.class, (String) row[0])
                        .map(type -> new RecordCount(type, (Long) row[1], (Long) row[2]))
                        .stream())
                .toList();
    }

    List<DecisionCount> decisions(Instant from, Instant until) {
        String rows = "select r.agreementKey as agreementKey, r.versionNumber as version, r.decision as decision, "
                + Said.one("r.method = :imported") + " as imported, r.userId as userId" + RecordsOf.ACCEPTANCES
                + " and r.decision is not null";
        return RecordsOf.between(entities, realmId, from, until)
                .acceptances()
                .with("imported", Method.IMPORT.name())
                .list("select d.agreementKey, d.version, d.decision, d.imported, count(*), count(distinct d.userId)"
                        + " from (" + rows + ") d group by d.agreementKey, d.version, d.decision, d.imported"
                        + " order by d.agreementKey, d.version, d.imported")
                .flatMap(row -> StoredWords.read(Decision.class, (String) row[2])
                        .map(decision -> new DecisionCount(
                                (String) row[0],
                                (Integer) row[1],
                                decision,
                                ((Number) row[3]).intValue() == 1,
                                (Long) row[4],
                                (Long) row[5]))
                        .stream())
                .toList();
    }

    List<WithdrawalCount> withdrawals(Instant from, Instant until) {
        String given =
                "(select max(a.occurredAt) from RecordEntity a where a.userId = r.userId and a.realmId = r.realmId"
                        + " and a.agreementKey = r.agreementKey and a.decision = :accepted and a.occurredAt <= r.occurredAt)";
        String rows = "select r.agreementKey as agreementKey, r.userId as userId, r.recordedAt - r.occurredAt as delay,"
                + " r.occurredAt - " + given + " as stood" + RecordsOf.ACCEPTANCES
                + " and r.decision = :withdrawn and r.method <> :imported";
        return RecordsOf.between(entities, realmId, from, until)
                .acceptances()
                .with("withdrawn", Decision.WITHDRAWN.name())
                .with("accepted", Decision.ACCEPTED.name())
                .with("imported", Method.IMPORT.name())
                .list("select w.agreementKey, count(*), count(distinct w.userId), sum("
                        + Said.one("w.delay <= " + SECOND) + "), max(w.delay), sum("
                        + Said.one("w.stood < " + DAY) + "), sum("
                        + Said.one("w.stood >= " + DAY + " and w.stood < " + MONTH) + "), sum("
                        + Said.one("w.stood >= " + MONTH) + ") from (" + rows
                        + ") w group by w.agreementKey order by w.agreementKey")
                .map(row -> {
                    Iterator<Object> sums = Arrays.asList(row).iterator();
                    return new WithdrawalCount(
                            (String) sums.next(),
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

    List<ErasureCount> erasures(Instant from, Instant until) {
        String rows = "select "
                + Said.which(
                        "reason",
                        List.of(Reason.values()),
                        reason -> reason.name().toLowerCase(Locale.ROOT))
                + " as reason" + RecordsOf.TYPE;
        return RecordsOf.between(entities, realmId, from, until)
                .ofType(RecordType.ERASURE)
                .list("select e.reason, count(*) from (" + rows + ") e where e.reason is not null group by e.reason")
                .map(row -> new ErasureCount(Reason.valueOf((String) row[0]), (Long) row[1]))
                .toList();
    }
}
