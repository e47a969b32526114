package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.deletion.DeletionRequest;
import io.agreements.keycloak.account.deletion.DeletionRequest.Hold;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.task.Slots;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Nationalized;

@Entity
@Table(name = "AGR_DELETION_REQUEST")
@NamedQuery(
        name = DeletionRequestEntity.BY_USER,
        query = "select d from DeletionRequestEntity d where d.userId = :userId and d.realmId = :realmId")
@NamedQuery(
        name = DeletionRequestEntity.QUEUE,
        query = DeletionRequestEntity.SELECT_WITH_NAMES + " where d.realmId = :realmId and d.dueAt >= :afterDueAt"
                + " and (d.dueAt > :afterDueAt or d.userId > :afterUserId) order by d.dueAt, d.userId")
@NamedQuery(
        name = DeletionRequestEntity.QUEUED,
        query = DeletionRequestEntity.SELECT_WITH_NAMES + " where d.realmId = :realmId and d.userId = :userId")
@NamedQuery(
        name = DeletionRequestEntity.DUE,
        query = DeletionRequestEntity.SELECT_DUE + " where d.dueAt <= :now and d.heldAt is null"
                + " order by d.dueAt, d.userId")
@NamedQuery(
        name = DeletionRequestEntity.DUE_IN_SLOTS,
        query = DeletionRequestEntity.SELECT_DUE + " where d.userSlot >= :first and d.userSlot <= :last"
                + " and d.dueAt <= :now and d.heldAt is null and (d.userSlot > :first or d.dueAt > :afterDueAt"
                + " or d.dueAt = :afterDueAt and d.userId > :afterUserId)"
                + " order by d.userSlot, d.dueAt, d.userId")
@NamedQuery(
        name = DeletionRequestEntity.DELETE,
        query = "delete from DeletionRequestEntity d where d.userId = :userId and d.realmId = :realmId")
@NamedQuery(
        name = DeletionRequestEntity.DELETE_DUE,
        query = "delete from DeletionRequestEntity d where d.userId = :userId and d.realmId = :realmId"
                + " and d.dueAt <= :now and d.heldAt is null")
@NamedQuery(
        name = DeletionRequestEntity.STILL_DUE,
        query = "select d from DeletionRequestEntity d where d.userId in :userIds and d.realmId = :realmId"
                + " and d.dueAt <= :now and d.heldAt is null order by d.userId")
@NamedQuery(
        name = DeletionRequestEntity.DELETE_BY_USERS,
        query = "delete from DeletionRequestEntity d where d.userId in :userIds and d.realmId = :realmId")
@NamedQuery(
        name = DeletionRequestEntity.DELETE_USERS_GONE,
        query = "delete from DeletionRequestEntity d where d.realmId = :realmId and (d.userId like :storePrefix"
                + Prefixes.ESCAPE
                + " or (d.userId not like 'f:%' and not exists (select u.id from UserEntity u where u.id = d.userId)))")
@NamedQuery(
        name = DeletionRequestEntity.DELETE_BY_REALM,
        query = "delete from DeletionRequestEntity d where d.realmId = :realmId")
@NamedQuery(
        name = DeletionRequestEntity.HOLD,
        query = "update DeletionRequestEntity d set d.heldAt = :heldAt, d.heldBy = :heldBy, d.holdReason = :holdReason"
                + " where d.userId = :userId and d.realmId = :realmId")
public class DeletionRequestEntity {

    static final String BY_USER = "agreements.deletionRequestByUser";
    static final String QUEUE = "agreements.deletionRequestsByRealm";
    static final String QUEUED = "agreements.deletionRequestWithNames";
    static final String DUE = "agreements.deletionRequestsDue";
    static final String DUE_IN_SLOTS = "agreements.deletionRequestsDueInSlots";
    static final String DELETE = "agreements.deleteDeletionRequest";
    static final String DELETE_DUE = "agreements.deleteDeletionRequestDue";
    static final String STILL_DUE = "agreements.deletionRequestsStillDue";
    static final String DELETE_BY_USERS = "agreements.deleteDeletionRequestsByUsers";
    static final String DELETE_BY_REALM = "agreements.deleteDeletionRequestsByRealm";
    static final String DELETE_USERS_GONE = "agreements.deleteDeletionRequestsOfUsersGone";
    static final String HOLD = "agreements.holdDeletionRequest";

    static final String SELECT_DUE = "select d.realmId, d.userId, d.dueAt, d.userSlot from DeletionRequestEntity d";

    /** Administrators are often users of another realm; ids are unique among all. */
    static final String SELECT_WITH_NAMES = "select d, u.username, a.username from DeletionRequestEntity d"
            + " left join UserEntity u on u.id = d.userId left join UserEntity a on a.id = d.heldBy";

    @Id
    @Column(name = "USER_ID", length = 255)
    String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "REQUESTED_AT", nullable = false)
    long requestedAt;

    @Column(name = "DUE_AT", nullable = false)
    long dueAt;

    @Column(name = "USER_SLOT", nullable = false)
    int userSlot;

    @Column(name = "HELD_AT")
    Long heldAt;

    @Column(name = "HELD_BY", length = 255)
    String heldBy;

    @Nationalized
    @Column(name = "HOLD_REASON", length = Hold.REASON_LENGTH)
    String holdReason;

    /** One that is not held. */
    static DeletionRequestEntity of(DeletionRequest request) {
        DeletionRequestEntity entity = new DeletionRequestEntity();
        entity.userId = request.userId();
        entity.realmId = request.realmId();
        entity.requestedAt = request.requestedAt().toEpochMilli();
        entity.dueAt = request.dueAt().toEpochMilli();
        entity.userSlot = Slots.of(request.userId());
        return entity;
    }

    DeletionRequest toRequest() {
        return new DeletionRequest(
                realmId,
                userId,
                Instant.ofEpochMilli(requestedAt),
                Instant.ofEpochMilli(dueAt),
                heldAt == null ? null : new Hold(holdReason, Instant.ofEpochMilli(heldAt), heldBy));
    }
}
