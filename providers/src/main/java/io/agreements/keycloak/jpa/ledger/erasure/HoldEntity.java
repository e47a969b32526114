package io.agreements.keycloak.jpa.ledger.erasure;

import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.ledger.hold.Hold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Nationalized;

/** A legal hold. */
@Entity
@Table(name = "AGR_HOLD")
@NamedQuery(
        name = HoldEntity.CONCERNING_USERS,
        query = "select h from HoldEntity h where h.realmId = :realmId and h.endedAt is null"
                + " and (h.userId in :userIds or h.agreementKey is not null)")
@NamedQuery(
        name = HoldEntity.ACTIVE,
        query = "select h from HoldEntity h where h.realmId = :realmId and h.endedAt is null")
@NamedQuery(
        name = HoldEntity.COUNT_ACTIVE,
        query = "select count(h) from HoldEntity h where h.realmId = :realmId and h.endedAt is null")
@NamedQuery(
        name = HoldEntity.EARLIEST_EXPIRY,
        query = "select min(h.expiredBefore) from HoldEntity h where h.realmId = :realmId and h.settled = false")
@NamedQuery(
        name = HoldEntity.WITH_NAMES,
        query = HoldEntity.SELECT_WITH_NAMES + " where h.id = :id and h.realmId = :realmId")
@NamedQuery(
        name = HoldEntity.USERS_BY_NAME,
        query = "select distinct h.userId from HoldEntity h where h.realmId = :realmId and h.endedAt is null"
                + " and exists (select r.id from RecordEntity r where r.userId = h.userId and r.realmId = h.realmId"
                + " and lower(r.username) like :name" + Prefixes.ESCAPE + ") order by h.userId")
@NamedQuery(
        name = HoldEntity.END,
        query = "update HoldEntity h set h.endedAt = :endedAt, h.liftedBy = :liftedBy"
                + " where h.id = :id and h.endedAt is null")
@NamedQuery(
        name = HoldEntity.DUE,
        query = "select h from HoldEntity h where h.endedAt is null and h.until <= :now order by h.until, h.id")
@NamedQuery(
        name = HoldEntity.UNSETTLED,
        query = "select h from HoldEntity h where h.endedAt is not null and h.settled = false and not "
                + RealmErasureEntity.UNDER_WAY + " order by h.endedAt, h.id")
@NamedQuery(
        name = HoldEntity.UNSETTLED_OF_REALM,
        query = "select h from HoldEntity h where h.realmId = :realmId and h.settled = false")
@NamedQuery(
        name = HoldEntity.SETTLE,
        query = "update HoldEntity h set h.settled = true where h.id = :id and not " + RealmErasureEntity.UNDER_WAY)
@NamedQuery(
        name = HoldEntity.DELETE_OF_REALM_GONE,
        query = "delete from HoldEntity h where h.id = :id"
                + " and not exists (select r.id from RealmEntity r where r.id = h.realmId) and not "
                + RealmErasureEntity.UNDER_WAY)
@NamedQuery(
        name = HoldEntity.DELETE_OVER_BY_USERS,
        query =
                "delete from HoldEntity h where h.userId in :userIds and h.realmId = :realmId and h.endedAt is not null")
@NamedQuery(
        name = HoldEntity.DELETE_SETTLED_BY_REALM,
        query = "delete from HoldEntity h where h.realmId = :realmId and h.settled = true")
public class HoldEntity {

    static final String CONCERNING_USERS = "agreements.holdsConcerningUsers";
    static final String ACTIVE = "agreements.activeHolds";
    static final String COUNT_ACTIVE = "agreements.countActiveHolds";
    static final String EARLIEST_EXPIRY = "agreements.earliestExpiryOfHolds";
    static final String WITH_NAMES = "agreements.holdWithNames";
    static final String USERS_BY_NAME = "agreements.usersOfHoldsByName";
    static final String END = "agreements.endHold";
    static final String DUE = "agreements.holdsDue";
    static final String UNSETTLED = "agreements.holdsUnsettled";
    static final String UNSETTLED_OF_REALM = "agreements.holdsUnsettledOfRealm";
    static final String SETTLE = "agreements.settleHold";
    static final String DELETE_OF_REALM_GONE = "agreements.deleteHoldOfRealmGone";
    static final String DELETE_OVER_BY_USERS = "agreements.deleteHoldsOverByUsers";
    static final String DELETE_SETTLED_BY_REALM = "agreements.deleteHoldsSettledByRealm";

    /** Administrators are often users of another realm; ids are unique among all. */
    static final String SELECT_WITH_NAMES = "select h, u.username, a.username from HoldEntity h"
            + " left join UserEntity u on u.id = h.userId left join UserEntity a on a.id = h.placedBy";

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "USER_ID", length = 255)
    String userId;

    @Column(name = "AGREEMENT_KEY", length = 64)
    String agreementKey;

    @Nationalized
    @Column(name = "REASON", length = Hold.REASON_LENGTH, nullable = false)
    String reason;

    @Column(name = "PLACED_BY", length = 255, nullable = false)
    String placedBy;

    @Column(name = "PLACED_AT", nullable = false)
    long placedAt;

    @Column(name = "UNTIL_AT")
    Long until;

    @Column(name = "ENDED_AT")
    Long endedAt;

    @Column(name = "LIFTED_BY", length = 255)
    String liftedBy;

    /** How far the expiry of connections had come when it was placed; earlier, if another hold had made it pass records over. */
    @Column(name = "EXPIRED_BEFORE", nullable = false)
    long expiredBefore;

    /** Whether what it kept has been carried out after its end. */
    @Column(name = "SETTLED", nullable = false)
    boolean settled;

    public static HoldEntity of(Hold hold, long expiredBefore) {
        HoldEntity entity = new HoldEntity();
        entity.id = hold.id();
        entity.realmId = hold.realmId();
        entity.userId = hold.userId();
        entity.agreementKey = hold.agreementKey();
        entity.reason = hold.reason();
        entity.placedBy = hold.placedBy();
        entity.placedAt = hold.placedAt().toEpochMilli();
        entity.until = hold.until() == null ? null : hold.until().toEpochMilli();
        entity.expiredBefore = expiredBefore;
        return entity;
    }

    Hold toHold() {
        return new Hold(
                id,
                realmId,
                userId,
                agreementKey,
                reason,
                placedBy,
                Instant.ofEpochMilli(placedAt),
                until == null ? null : Instant.ofEpochMilli(until),
                endedAt == null ? null : Instant.ofEpochMilli(endedAt),
                liftedBy);
    }
}
