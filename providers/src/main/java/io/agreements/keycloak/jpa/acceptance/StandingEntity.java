package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.Standing;
import io.agreements.keycloak.jpa.HexBytes;
import io.agreements.keycloak.jpa.Prefixes;
import io.agreements.keycloak.jpa.StoredWords;
import io.agreements.keycloak.ledger.Decision;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.keycloak.models.RealmModel;

@Entity
@Table(name = "AGR_STANDING")
@IdClass(StandingEntity.Key.class)
@NamedQuery(
        name = StandingEntity.BY_USER,
        query = "select s, r from StandingEntity s left join RenewalRequestEntity r on r.userId = s.userId"
                + " and r.agreementId = s.agreementId and r.recordId = s.recordId"
                + " where s.userId = :userId and s.realmId = :realmId")
@NamedQuery(
        name = StandingEntity.DECIDED,
        query = "select s.userId from StandingEntity s where s.userId in :userIds and s.agreementId = :agreementId"
                + " and s.realmId = :realmId")
@NamedQuery(
        name = StandingEntity.DELETE_BY_USERS,
        query = "delete from StandingEntity s where s.userId in :userIds and s.realmId = :realmId")
@NamedQuery(
        name = StandingEntity.COUNT_USERS_BY_REALM,
        query = "select count(t.userId), count(distinct t.userId) from (select s.userId as userId from StandingEntity s"
                + " where s.realmId = :realmId order by s.realmId limit :most) t")
@NamedQuery(
        name = StandingEntity.USERS_OF_REALM_GONE,
        query = "select s.userId from StandingEntity s where s.realmId = :realmId and s.decidedAt <= :lastAt")
@NamedQuery(
        name = StandingEntity.DELETE_OF_REALM_GONE,
        query = "delete from StandingEntity s where s.realmId = :realmId and s.decidedAt <= :lastAt"
                + " and s.userId in :userIds")
@NamedQuery(
        name = StandingEntity.COUNT_USERS_GONE,
        query = "select count(distinct s.userId) from StandingEntity s where s.realmId = :realmId and "
                + StandingEntity.IS_GONE)
@NamedQuery(
        name = StandingEntity.DELETE_USERS_GONE,
        query = "delete from StandingEntity s where s.realmId = :realmId and " + StandingEntity.IS_GONE)
@NamedQuery(
        name = StandingEntity.DELETE,
        query = "delete from StandingEntity s where s.userId = :userId and s.agreementId = :agreementId"
                + " and s.realmId = :realmId and s.recordId = :recordId")
@NamedQuery(name = StandingEntity.OF_SPAN, query = StandingEntity.SPAN)
@NamedQuery(name = StandingEntity.OF_SPAN_UP_TO, query = StandingEntity.SPAN + " and s.userId <= :last")
public class StandingEntity {

    static final String DELETE = "agreements.deleteStanding";
    static final String OF_SPAN = "agreements.standingsOfSpan";
    static final String OF_SPAN_UP_TO = "agreements.standingsOfSpanUpTo";

    static final String SPAN = "select s from StandingEntity s where s.realmId = :realmId and s.userId > :after";

    static final String BY_USER = "agreements.standingsByUser";
    static final String DECIDED = "agreements.decidedUsers";
    static final String DELETE_BY_USERS = "agreements.deleteStandingsByUsers";
    static final String COUNT_USERS_BY_REALM = "agreements.countUsersByRealm";
    static final String USERS_OF_REALM_GONE = "agreements.usersOfRealmGone";
    static final String DELETE_OF_REALM_GONE = "agreements.deleteStandingsOfRealmGone";
    static final String COUNT_USERS_GONE = "agreements.countUsersGone";
    static final String DELETE_USERS_GONE = "agreements.deleteStandingsOfUsersGone";

    /** Users that a store keeps itself carry its id in theirs; those it imported have gone from Keycloak's own table. */
    static final String IS_GONE = "(s.userId like :storePrefix" + Prefixes.ESCAPE + " or (s.userId not like 'f:%' and"
            + " not exists (select u.id from UserEntity u where u.id = s.userId)))";

    @Id
    @Column(name = "USER_ID", length = 255)
    String userId;

    @Id
    @Column(name = "AGREEMENT_ID", length = 36)
    String agreementId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "VERSION_NUMBER", nullable = false)
    int versionNumber;

    @Column(name = "DECISION", length = 16, nullable = false)
    String decision;

    @Column(name = "LOCALE", length = 35)
    String locale;

    @Convert(converter = HexBytes.class)
    @Column(name = "TEXT_DIGEST", length = 32)
    String textDigest;

    @Column(name = "DECIDED_AT", nullable = false)
    long decidedAt;

    @Column(name = "RECORD_ID", length = 36, nullable = false)
    String recordId;

    static StandingEntity of(RealmModel realm, String userId, Standing standing) {
        StandingEntity entity = new StandingEntity();
        entity.userId = userId;
        entity.agreementId = standing.agreementId();
        entity.realmId = realm.getId();
        entity.versionNumber = standing.versionNumber();
        entity.decision = standing.decision().name();
        entity.locale = standing.locale();
        entity.textDigest = standing.textDigest();
        entity.decidedAt = standing.decidedAt().toEpochMilli();
        entity.recordId = standing.recordId();
        return entity;
    }

    Standing toStanding() {
        return new Standing(
                agreementId,
                versionNumber,
                StoredWords.read(Decision.class, decision).orElse(null),
                locale,
                textDigest,
                Instant.ofEpochMilli(decidedAt),
                recordId);
    }

    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String userId;
        String agreementId;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.userId.equals(userId) && key.agreementId.equals(agreementId);
        }

        @Override
        public int hashCode() {
            return 31 * userId.hashCode() + agreementId.hashCode();
        }
    }
}
