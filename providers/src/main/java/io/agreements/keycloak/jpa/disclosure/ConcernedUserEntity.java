package io.agreements.keycloak.jpa.disclosure;

import io.agreements.keycloak.disclosure.ConcernedUser;
import io.agreements.keycloak.disclosure.Disclosure;
import io.agreements.keycloak.jpa.Prefixes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A user whom a disclosure concerns. */
@Entity
@Table(name = "AGR_DISCLOSURE_USER")
@IdClass(ConcernedUserEntity.Key.class)
@NamedQuery(
        name = ConcernedUserEntity.TELLABLE,
        query = "select d, u from ConcernedUserEntity u join DisclosureEntity d on d.id = u.disclosureId"
                + " where u.tellAt <= :now and (u.tellAt > :lastTellAt or (u.tellAt = :lastTellAt and (u.userId > :lastUser"
                + " or (u.userId = :lastUser and u.disclosureId > :lastId))))"
                + " order by u.tellAt, u.userId, u.disclosureId")
@NamedQuery(
        name = ConcernedUserEntity.OF_DISCLOSURE,
        query =
                "select u from ConcernedUserEntity u where u.disclosureId = :id and u.userId > :after order by u.userId")
@NamedQuery(
        name = ConcernedUserEntity.TELL,
        query = "update ConcernedUserEntity u set u.tellAt = null, u.toldAt = :toldAt"
                + " where u.disclosureId = :id and u.userId = :userId and u.tellAt is not null")
@NamedQuery(
        name = ConcernedUserEntity.TELL_NOBODY,
        query = "update ConcernedUserEntity u set u.tellAt = null"
                + " where u.disclosureId = :id and u.tellAt is not null")
@NamedQuery(
        name = ConcernedUserEntity.BEFORE,
        query = "select d.corrects, u.toldAt from DisclosureEntity d left join ConcernedUserEntity u"
                + " on u.disclosureId = d.id and u.userId = :userId where d.id = :id")
@NamedQuery(
        name = ConcernedUserEntity.AFTER,
        query = "select d.id, d.correctedBy, u.toldAt from DisclosureEntity d left join ConcernedUserEntity u"
                + " on u.disclosureId = d.correctedBy and u.userId = :userId"
                + " where d.id in :ids and d.correctedBy is not null")
@NamedQuery(
        name = ConcernedUserEntity.DELETE_BY_USERS,
        query = "delete from ConcernedUserEntity u where u.userId in :userIds and u.realmId = :realmId")
@NamedQuery(
        name = ConcernedUserEntity.DELETE_EXTERNAL,
        query = "delete from ConcernedUserEntity u where u.realmId = :realmId and u.userId like :prefix"
                + Prefixes.ESCAPE)
public class ConcernedUserEntity {

    static final String TELLABLE = "agreements.disclosuresTellable";
    static final String OF_DISCLOSURE = "agreements.usersOfDisclosure";
    static final String TELL = "agreements.tellDisclosure";
    static final String TELL_NOBODY = "agreements.tellNobodyOfDisclosure";
    static final String BEFORE = "agreements.disclosureBefore";
    static final String AFTER = "agreements.disclosuresAfter";
    static final String DELETE_BY_USERS = "agreements.deleteDisclosuresByUsers";
    static final String DELETE_EXTERNAL = "agreements.deleteDisclosuresOfExternalUsers";

    @Id
    @Column(name = "DISCLOSURE_ID", length = 36)
    String disclosureId;

    @Id
    @Column(name = "USER_ID", length = 255)
    String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    /** From when the user is to be told; null once that is done. */
    @Column(name = "TELL_AT")
    Long tellAt;

    @Column(name = "TOLD_AT")
    Long toldAt;

    static ConcernedUserEntity of(Disclosure disclosure, String userId) {
        ConcernedUserEntity entity = new ConcernedUserEntity();
        entity.disclosureId = disclosure.id();
        entity.userId = userId;
        entity.realmId = disclosure.realmId();
        entity.tellAt = disclosure.tellableAt().toEpochMilli();
        return entity;
    }

    ConcernedUser toUser(Disclosure disclosure) {
        return new ConcernedUser(disclosure, userId, toldAt == null ? null : Instant.ofEpochMilli(toldAt));
    }

    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String disclosureId;
        String userId;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.disclosureId.equals(disclosureId) && key.userId.equals(userId);
        }

        @Override
        public int hashCode() {
            return 31 * disclosureId.hashCode() + userId.hashCode();
        }
    }
}
