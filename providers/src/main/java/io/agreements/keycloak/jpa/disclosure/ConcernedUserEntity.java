package io.agreements.keycloak.jpa.disclosure;

import io.agreements.keycloak.disclosure.ConcernedUser;
import io.agreements.keycloak.disclosure.Disclosure;
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
                + " where u.tellAt <= :now order by u.tellAt, u.userId")
@NamedQuery(
        name = ConcernedUserEntity.OF_DISCLOSURE,
        query = "select u from ConcernedUserEntity u where u.disclosureId = :id order by u.userId")
@NamedQuery(
        name = ConcernedUserEntity.TELL,
        query = "update ConcernedUserEntity u set u.tellAt = null, u.toldAt = :toldAt"
                + " where u.disclosureId = :id and u.userId = :userId and u.tellAt is not null")
@NamedQuery(
        name = ConcernedUserEntity.TELL_NOBODY,
        query = "update ConcernedUserEntity u set u.tellAt = null"
                + " where u.disclosureId = :id and u.tellAt is not null")
@NamedQuery(
        name = ConcernedUserEntity.TOLD,
        query = "select u.disclosureId from ConcernedUserEntity u where u.disclosureId = :id and u.userId = :userId"
                + " and u.toldAt is not null")
@NamedQuery(
        name = ConcernedUserEntity.TOLD_OTHERWISE,
        query = "select d.id from DisclosureEntity d join ConcernedUserEntity u on u.disclosureId = d.correctedBy"
                + " where d.id in :ids and u.userId = :userId and u.toldAt is not null")
@NamedQuery(
        name = ConcernedUserEntity.DELETE_BY_USER,
        query = "delete from ConcernedUserEntity u where u.userId = :userId and u.realmId = :realmId")
public class ConcernedUserEntity {

    static final String TELLABLE = "agreements.disclosuresTellable";
    static final String OF_DISCLOSURE = "agreements.usersOfDisclosure";
    static final String TELL = "agreements.tellDisclosure";
    static final String TELL_NOBODY = "agreements.tellNobodyOfDisclosure";
    static final String TOLD = "agreements.toldOfDisclosure";
    static final String TOLD_OTHERWISE = "agreements.toldOfCorrection";
    static final String DELETE_BY_USER = "agreements.deleteDisclosuresByUser";

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
