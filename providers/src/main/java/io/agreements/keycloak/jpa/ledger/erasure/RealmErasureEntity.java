package io.agreements.keycloak.jpa.ledger.erasure;

import io.agreements.keycloak.ledger.removal.RealmErasure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A realm that is gone, of whose users something is still there. */
@Entity
@Table(name = "AGR_REALM_ERASURE")
@IdClass(RealmErasureEntity.Key.class)
@NamedQuery(
        name = RealmErasureEntity.WAITING,
        query = "select e from RealmErasureEntity e order by e.goneAt, e.realmId")
public class RealmErasureEntity {

    /** Of a realm {@code h.realmId}, in which records are still to be gone through. */
    static final String UNDER_WAY = "exists (select e.realmId from RealmErasureEntity e where e.realmId = h.realmId"
            + " and e.underHold = true and e.erasedBefore <= e.lastAt)";

    static final String WAITING = "agreements.waitingRealmErasures";

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "GONE_AT")
    long goneAt;

    /** When the last of its records occurred. */
    @Column(name = "LAST_AT", nullable = false)
    long lastAt;

    /** Records that occurred before that are done. */
    @Column(name = "ERASED_BEFORE", nullable = false)
    long erasedBefore;

    /** Whether a hold lasted when it went: what one keeps then is passed over, and whose it is waits. */
    @Column(name = "UNDER_HOLD", nullable = false)
    boolean underHold;

    RealmErasure toErasure() {
        return new RealmErasure(realmId, Instant.ofEpochMilli(goneAt), Instant.ofEpochMilli(lastAt));
    }

    record Key(String realmId, long goneAt) implements Serializable {}
}
