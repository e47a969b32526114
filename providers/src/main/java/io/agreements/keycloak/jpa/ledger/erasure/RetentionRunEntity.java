package io.agreements.keycloak.jpa.ledger.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;

/** How often expired connections were looked for on a day. */
@Entity
@Table(name = "AGR_RETENTION_RUN")
@IdClass(RetentionRunEntity.Key.class)
@NamedQuery(
        name = RetentionRunEntity.ADD,
        query = "update RetentionRunEntity r set r.runs = r.runs + 1, r.erased = r.erased + :erased, r.lastAt = :at"
                + " where r.realmId = :realmId and r.day = :day")
@NamedQuery(
        name = RetentionRunEntity.FIRST,
        query = "select min(r.day) from RetentionRunEntity r where r.realmId = :realmId")
@NamedQuery(
        name = RetentionRunEntity.BETWEEN,
        query = "select count(r.day), sum(r.runs), sum(r.erased), max(r.lastAt) from RetentionRunEntity r"
                + " where r.realmId = :realmId and r.day >= :first and r.day <= :last")
@NamedQuery(
        name = RetentionRunEntity.DELETE_BY_REALM,
        query = "delete from RetentionRunEntity r where r.realmId = :realmId")
public class RetentionRunEntity {

    static final String ADD = "agreements.addRetentionRun";
    static final String FIRST = "agreements.firstDayOfRetentionRuns";
    static final String BETWEEN = "agreements.retentionRunsBetween";
    static final String DELETE_BY_REALM = "agreements.deleteRetentionRunsByRealm";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    /** Such as 2026-11-29, so that days are in order as words are. */
    @Id
    @Column(name = "RUN_DAY", length = 10)
    String day;

    @Column(name = "RUNS", nullable = false)
    long runs;

    @Column(name = "ERASED", nullable = false)
    long erased;

    @Column(name = "LAST_AT", nullable = false)
    long lastAt;

    record Key(String realmId, String day) implements Serializable {}
}
