package io.agreements.keycloak.jpa.ledger.record;

import io.agreements.keycloak.jpa.HexBytes;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Nationalized;

/** Where a record came from, as long as that is kept. */
@Entity
@Table(name = "AGR_CONNECTION")
@IdClass(ConnectionEntity.Key.class)
@NamedQuery(
        name = ConnectionEntity.TIMES_BETWEEN,
        query = "select c.occurredAt from ConnectionEntity c where " + ConnectionEntity.BETWEEN
                + " order by c.occurredAt")
@NamedQuery(
        name = ConnectionEntity.DELETE_BETWEEN,
        query = "delete from ConnectionEntity c where " + ConnectionEntity.BETWEEN)
@NamedQuery(
        name = ConnectionEntity.DELETE_FREE_BETWEEN,
        query = "delete from ConnectionEntity c where " + ConnectionEntity.BETWEEN + " and " + ConnectionEntity.FREE)
@NamedQuery(
        name = ConnectionEntity.DELETE_UNKEPT_BETWEEN,
        query = "delete from ConnectionEntity c where " + ConnectionEntity.BETWEEN + " and not exists ("
                + ConnectionEntity.RECORD + RecordEntity.KEPT + ")")
@NamedQuery(
        name = ConnectionEntity.DELETE_FREE_BY_REALM,
        query = "delete from ConnectionEntity c where c.realmKey = :realmKey and " + ConnectionEntity.FREE)
@NamedQuery(
        name = ConnectionEntity.DELETE_USERS_GONE,
        query = ConnectionEntity.DELETE_WITH_RECORD + RecordEntity.OF_STORE + ")")
@NamedQuery(
        name = ConnectionEntity.DELETE_FREE_USERS_GONE,
        query = ConnectionEntity.DELETE_WITH_RECORD + RecordEntity.OF_STORE + " and " + RecordEntity.FREE + ")")
@NamedQuery(name = ConnectionEntity.OF_USERS, query = ConnectionEntity.SELECT + "r.userId in :userIds")
@NamedQuery(
        name = ConnectionEntity.FREE_OF_USER,
        query = ConnectionEntity.SELECT_OF_USER + " and " + RecordEntity.UP_TO_DEPARTURE + " and " + RecordEntity.FREE)
@NamedQuery(
        name = ConnectionEntity.EXPIRED_OF_USER,
        query = ConnectionEntity.SELECT_OF_USER + " and c.occurredAt < :before and " + RecordEntity.FREE)
public class ConnectionEntity {

    static final String TIMES_BETWEEN = "agreements.timesOfConnectionsBetween";
    static final String DELETE_BETWEEN = "agreements.deleteConnectionsBetween";
    static final String DELETE_FREE_BETWEEN = "agreements.deleteFreeConnectionsBetween";
    static final String DELETE_UNKEPT_BETWEEN = "agreements.deleteConnectionsBetweenUnlessKept";
    static final String DELETE_FREE_BY_REALM = "agreements.deleteFreeConnectionsByRealm";
    static final String DELETE_USERS_GONE = "agreements.deleteConnectionsOfUsersGone";
    static final String DELETE_FREE_USERS_GONE = "agreements.deleteFreeConnectionsOfUsersGone";
    static final String OF_USERS = "agreements.connectionsOfUsers";
    static final String FREE_OF_USER = "agreements.freeConnectionsOfUser";
    static final String EXPIRED_OF_USER = "agreements.expiredConnectionsOfUser";

    /** To which record {@code r} it belongs; all of the primary key. */
    static final String OF_RECORD = "c.realmKey = r.realmKey and c.occurredAt = r.occurredAt and c.recordId = r.id";

    static final String BETWEEN = "c.realmKey = :realmKey and c.occurredAt >= :from and c.occurredAt < :to";

    /** Its record, with the moment too: where the table of records is divided by month, one partition is asked and not all. */
    static final String RECORD = "select r.id from RecordEntity r where r.id = c.recordId"
            + " and r.occurredAt = c.occurredAt and r.realmId = :realmId and ";

    /** Those of records that no hold keeps. */
    static final String FREE = "not exists (" + RECORD + RecordEntity.HELD + ")";

    static final String DELETE_WITH_RECORD =
            "delete from ConnectionEntity c where c.realmKey = :realmKey and exists (" + RECORD;

    static final String SELECT = "select c.occurredAt, c.recordId from RecordEntity r join ConnectionEntity c on "
            + OF_RECORD + " where r.realmId = :realmId and ";

    static final String SELECT_OF_USER = SELECT + "r.userId = :userId";

    @Id
    @Column(name = "REALM_KEY", nullable = false)
    long realmKey;

    @Id
    @Column(name = "OCCURRED_AT", nullable = false)
    long occurredAt;

    @Id
    @Column(name = "RECORD_ID", length = 36)
    String recordId;

    @Column(name = "IP_ADDRESS", length = 64)
    String ipAddress;

    @Nationalized
    @Column(name = "USER_AGENT", length = 255)
    String userAgent;

    @Convert(converter = HexBytes.class)
    @Column(name = "CONNECTION_SALT", length = 16)
    String salt;

    static ConnectionEntity of(RecordEntity entity) {
        ConnectionEntity connection = new ConnectionEntity();
        connection.realmKey = entity.realmKey;
        connection.occurredAt = entity.occurredAt;
        connection.recordId = entity.id;
        return connection;
    }

    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        long realmKey;
        long occurredAt;
        String recordId;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.realmKey == realmKey
                    && key.occurredAt == occurredAt
                    && key.recordId.equals(recordId);
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(occurredAt) + recordId.hashCode();
        }
    }
}
