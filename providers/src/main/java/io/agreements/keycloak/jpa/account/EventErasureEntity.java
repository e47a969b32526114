package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.deletion.GoneUser;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** A user who is gone, of whom Keycloak's event store still tells. */
@Entity
@Table(name = "AGR_EVENT_ERASURE")
@NamedQuery(
        name = EventErasureEntity.WAITING,
        query = "select e from EventErasureEntity e where e.goneAt < :before and e.goneAt >= :goneAt"
                + " and (e.goneAt > :goneAt or e.userId > :userId) order by e.goneAt, e.userId")
@NamedQuery(
        name = EventErasureEntity.DELETE,
        query = "delete from EventErasureEntity e where e.userId = :userId and e.realmId = :realmId")
@NamedQuery(
        name = EventErasureEntity.DELETE_BY_REALM,
        query = "delete from EventErasureEntity e where e.realmId = :realmId")
public class EventErasureEntity {

    static final String WAITING = "agreements.eventErasuresWaiting";
    static final String DELETE = "agreements.deleteEventErasure";
    static final String DELETE_BY_REALM = "agreements.deleteEventErasuresByRealm";

    @Id
    @Column(name = "USER_ID", length = 255)
    String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "PSEUDONYM", length = 255)
    String pseudonym;

    @Column(name = "GONE_AT", nullable = false)
    long goneAt;

    static EventErasureEntity of(GoneUser user) {
        EventErasureEntity entity = new EventErasureEntity();
        entity.userId = user.userId();
        entity.realmId = user.realmId();
        entity.pseudonym = user.pseudonym();
        entity.goneAt = user.goneAt().toEpochMilli();
        return entity;
    }

    GoneUser toGoneUser() {
        return new GoneUser(realmId, userId, pseudonym, Instant.ofEpochMilli(goneAt));
    }
}
