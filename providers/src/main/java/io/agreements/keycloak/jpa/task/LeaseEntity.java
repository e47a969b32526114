package io.agreements.keycloak.jpa.task;

import io.agreements.keycloak.task.Lease;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

@Entity
@Table(name = "AGR_LEASE")
@IdClass(LeaseEntity.Key.class)
@NamedQuery(
        name = LeaseEntity.ALL,
        query = "select l.partName, l.ownerId, l.untilAt, l.token from LeaseEntity l where l.taskName = :task")
@NamedQuery(
        name = LeaseEntity.OWNED,
        query = "select l.partName, l.ownerId, l.untilAt, l.token from LeaseEntity l where l.taskName = :task"
                + " and l.ownerId = :owner")
@NamedQuery(
        name = LeaseEntity.TAKE,
        query =
                "update LeaseEntity l set l.ownerId = :owner, l.untilAt = :until, l.token = l.token + 1"
                        + " where l.taskName = :task and l.partName in (:parts) and (l.untilAt <= :ended or l.untilAt > :latest)")
@NamedQuery(
        name = LeaseEntity.END,
        query = "update LeaseEntity l set l.untilAt = :until where l.taskName = :task and l.ownerId = :owner")
@NamedQuery(
        name = LeaseEntity.REMOVE,
        query = "delete from LeaseEntity l where l.taskName = :task and l.partName in (:parts) and l.untilAt < :before")
public class LeaseEntity {

    static final String ALL = "agreements.leases";
    static final String OWNED = "agreements.leasesOwned";
    static final String TAKE = "agreements.takeLeases";
    static final String END = "agreements.endLeases";
    static final String REMOVE = "agreements.removeLeases";

    @Id
    @Column(name = "TASK_NAME", length = 60)
    String taskName;

    @Id
    @Column(name = "PART_NAME", length = 100)
    String partName;

    @Column(name = "OWNER_ID", length = 36, nullable = false)
    String ownerId;

    @Column(name = "UNTIL_AT", nullable = false)
    long untilAt;

    @Column(name = "FENCING_TOKEN", nullable = false)
    long token;

    static LeaseEntity of(String task, Lease lease) {
        LeaseEntity entity = new LeaseEntity();
        entity.taskName = task;
        entity.partName = lease.part();
        entity.ownerId = lease.owner();
        entity.untilAt = lease.until().toEpochMilli();
        entity.token = lease.token();
        return entity;
    }

    static Lease read(Object[] row) {
        return new Lease((String) row[0], (String) row[1], Instant.ofEpochMilli((Long) row[2]), (Long) row[3]);
    }

    record Key(String taskName, String partName) implements Serializable {}
}
