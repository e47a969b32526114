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

    RealmErasure toErasure() {
        return new RealmErasure(realmId, Instant.ofEpochMilli(goneAt), Instant.ofEpochMilli(lastAt));
    }

    record Key(String realmId, long goneAt) implements Serializable {}
}
