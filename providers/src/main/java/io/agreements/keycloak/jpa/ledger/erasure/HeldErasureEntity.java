package io.agreements.keycloak.jpa.ledger.erasure;

import io.agreements.keycloak.jpa.ledger.record.RecordEntity;
import io.agreements.keycloak.ledger.hold.HeldErasure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A user who is gone, of whom a legal hold kept something from being erased. */
@Entity
@Table(name = "AGR_HELD_ERASURE")
@IdClass(HeldErasureEntity.Key.class)
@NamedQuery(
        name = HeldErasureEntity.OF_REALM,
        query = "select e from HeldErasureEntity e where e.realmId = :realmId and e.userId > :after order by e.userId")
@NamedQuery(
        name = HeldErasureEntity.OF_USER,
        query = "select e from HeldErasureEntity e where e.realmId = :realmId and e.userId = :userId")
public class HeldErasureEntity {

    /** Whoever is still named, or identified, waits from that moment on; a condition of {@code r} may follow. */
    static final String WAIT = "insert into HeldErasureEntity (userId, realmId, goneAt)"
            + " select distinct r.userId, r.realmId, %dL from RecordEntity r where r.realmId = :realmId"
            + " and r.userId is not null and (" + RecordEntity.IDENTIFIES + " or r.userId like 'f:%%')%s"
            + " and not exists (select h.userId from HeldErasureEntity h where h.userId = r.userId"
            + " and h.realmId = r.realmId)";

    static final String OF_REALM = "agreements.heldErasuresOfRealm";
    static final String OF_USER = "agreements.heldErasureOfUser";

    @Id
    @Column(name = "USER_ID", length = 255)
    String userId;

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Column(name = "PSEUDONYM", length = 255)
    String pseudonym;

    @Column(name = "GONE_AT", nullable = false)
    long goneAt;

    HeldErasure toErasure() {
        return new HeldErasure(realmId, userId, pseudonym, Instant.ofEpochMilli(goneAt));
    }

    /** The primary key. */
    static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        String userId;
        String realmId;

        Key() {}

        Key(String userId, String realmId) {
            this.userId = userId;
            this.realmId = realmId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.userId.equals(userId) && key.realmId.equals(realmId);
        }

        @Override
        public int hashCode() {
            return 31 * userId.hashCode() + realmId.hashCode();
        }
    }
}
