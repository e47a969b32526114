package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.RenewalRequest;
import io.agreements.keycloak.acceptance.Standing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Nationalized;
import org.keycloak.models.RealmModel;

/** That a user is to accept again. It counts as long as the decision it is about stands. */
@Entity
@Table(name = "AGR_RENEWAL_REQUEST")
@IdClass(RenewalRequestEntity.Key.class)
@NamedQuery(
        name = RenewalRequestEntity.REPLACE,
        query = "update RenewalRequestEntity r set r.recordId = :recordId, r.requestedAt = :requestedAt,"
                + " r.reason = :reason, r.administratorId = :administratorId"
                + " where r.userId = :userId and r.agreementId = :agreementId")
@NamedQuery(
        name = RenewalRequestEntity.TAKE_BACK,
        query = "delete from RenewalRequestEntity r where r.userId = :userId and r.agreementId = :agreementId"
                + " and r.recordId = :recordId")
@NamedQuery(
        name = RenewalRequestEntity.DELETE_BY_USERS,
        query = "delete from RenewalRequestEntity r where r.userId in :userIds and r.realmId = :realmId")
@NamedQuery(
        name = RenewalRequestEntity.DELETE_BY_REALM,
        query = "delete from RenewalRequestEntity r where r.realmId = :realmId")
@NamedQuery(
        name = RenewalRequestEntity.DELETE_USERS_GONE,
        query = "delete from RenewalRequestEntity s where s.realmId = :realmId and " + StandingEntity.IS_GONE)
public class RenewalRequestEntity {

    static final String REPLACE = "agreements.replaceRenewalRequest";
    static final String TAKE_BACK = "agreements.takeBackRenewalRequest";
    static final String DELETE_BY_USERS = "agreements.deleteRenewalRequestsByUsers";
    static final String DELETE_BY_REALM = "agreements.deleteRenewalRequestsByRealm";
    static final String DELETE_USERS_GONE = "agreements.deleteRenewalRequestsOfUsersGone";

    @Id
    @Column(name = "USER_ID", length = 255)
    String userId;

    @Id
    @Column(name = "AGREEMENT_ID", length = 36)
    String agreementId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    /** Of the decision that is to be made again. */
    @Column(name = "RECORD_ID", length = 36, nullable = false)
    String recordId;

    @Column(name = "REQUESTED_AT", nullable = false)
    long requestedAt;

    @Nationalized
    @Column(name = "REASON", length = RenewalRequest.REASON_LENGTH, nullable = false)
    String reason;

    @Column(name = "ADMINISTRATOR_ID", length = 255, nullable = false)
    String administratorId;

    static RenewalRequestEntity of(RealmModel realm, String userId, Standing standing, RenewalRequest request) {
        RenewalRequestEntity entity = new RenewalRequestEntity();
        entity.userId = userId;
        entity.agreementId = standing.agreementId();
        entity.realmId = realm.getId();
        entity.recordId = standing.recordId();
        entity.requestedAt = request.requestedAt().toEpochMilli();
        entity.reason = request.reason();
        entity.administratorId = request.administratorId();
        return entity;
    }

    RenewalRequest toRequest() {
        return new RenewalRequest(Instant.ofEpochMilli(requestedAt), reason, administratorId);
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
