package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.deletion.GoneNames;
import io.agreements.keycloak.account.deletion.GoneUser;
import io.agreements.keycloak.account.deletion.NameDigest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A user who is gone, of whom Keycloak's event store still tells. */
@Entity
@Table(name = "AGR_EVENT_ERASURE")
@NamedQuery(
        name = EventErasureEntity.WAITING,
        query =
                "select e from EventErasureEntity e where e.ownErasedAt is null and e.goneAt < :before and e.goneAt >= :goneAt"
                        + " and (e.goneAt > :goneAt or e.userId > :userId) order by e.goneAt, e.userId")
@NamedQuery(
        name = EventErasureEntity.KEYS,
        query = "select e.nameKey from EventErasureEntity e where e.realmId = :realmId and e.nameKey is not null")
@NamedQuery(
        name = EventErasureEntity.KNOWN,
        query = "select e.userId from EventErasureEntity e where e.userId in :userIds")
@NamedQuery(
        name = EventErasureEntity.OWN_ERASED,
        query = "update EventErasureEntity e set e.ownErasedAt = :now"
                + " where e.userId = :userId and e.realmId = :realmId and e.nameKey is not null")
@NamedQuery(
        name = EventErasureEntity.REALMS,
        query = "select distinct e.realmId from EventErasureEntity e where e.ownErasedAt is not null"
                + " and e.goneAt < :before order by e.realmId")
@NamedQuery(
        name = EventErasureEntity.NAMED,
        query = "select e from EventErasureEntity e where e.ownErasedAt is not null and e.realmId = :realmId"
                + " order by e.goneAt, e.userId")
@NamedQuery(
        name = EventErasureEntity.DELETE_NAMED,
        query = "delete from EventErasureEntity e where e.realmId = :realmId and e.userId in :userIds"
                + " and e.ownErasedAt is not null")
@NamedQuery(
        name = EventErasureEntity.DELETE,
        query = "delete from EventErasureEntity e where e.userId = :userId and e.realmId = :realmId")
@NamedQuery(
        name = EventErasureEntity.DELETE_BY_REALM,
        query = "delete from EventErasureEntity e where e.realmId = :realmId")
public class EventErasureEntity {

    static final String WAITING = "agreements.eventErasuresWaiting";
    static final String KEYS = "agreements.eventErasureKeys";
    static final String KNOWN = "agreements.eventErasuresKnown";
    static final String OWN_ERASED = "agreements.eventErasureOwnErased";
    static final String REALMS = "agreements.eventErasureRealms";
    static final String NAMED = "agreements.eventErasuresNamed";
    static final String DELETE_NAMED = "agreements.deleteEventErasuresNamed";
    static final String DELETE = "agreements.deleteEventErasure";
    static final String DELETE_BY_REALM = "agreements.deleteEventErasuresByRealm";

    private static final String SEPARATOR = " ";

    /** More than anybody has, and as many as fit. */
    private static final int MOST_NAMES = 100;

    @Id
    @Column(name = "USER_ID", length = 255)
    String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "PSEUDONYM", length = 255)
    String pseudonym;

    @Column(name = "GONE_AT", nullable = false)
    long goneAt;

    @Column(name = "OWN_ERASED_AT")
    Long ownErasedAt;

    @Column(name = "NAME_KEY", length = 32)
    String nameKey;

    @Column(name = "NAME_DIGESTS", length = 4000)
    String nameDigests;

    static EventErasureEntity of(GoneUser user, String key, Collection<String> names) {
        EventErasureEntity entity = new EventErasureEntity();
        entity.userId = user.userId();
        entity.realmId = user.realmId();
        entity.pseudonym = user.pseudonym();
        entity.goneAt = user.goneAt().toEpochMilli();
        if (!names.isEmpty()) {
            entity.nameKey = key;
            entity.addNames(names);
        }
        return entity;
    }

    GoneUser toGoneUser() {
        return new GoneUser(realmId, userId, pseudonym, Instant.ofEpochMilli(goneAt));
    }

    GoneNames toGoneNames() {
        return new GoneNames(userId, Instant.ofEpochMilli(goneAt), nameKey, digests());
    }

    /** Without a key nobody asks for any. */
    void addNames(Collection<String> names) {
        if (nameKey != null) {
            NameDigest digest = new NameDigest(nameKey);
            nameDigests = Stream.concat(digests().stream(), names.stream().map(digest::of))
                    .distinct()
                    .limit(MOST_NAMES)
                    .collect(Collectors.joining(SEPARATOR));
        }
    }

    /** Events that told of them may be erased already. */
    void addNamesOf(EventErasureEntity earlier, Collection<String> names) {
        if (earlier.nameKey != null) {
            nameKey = earlier.nameKey;
            nameDigests = earlier.nameDigests;
            addNames(names);
        }
    }

    private Set<String> digests() {
        return nameDigests == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(nameDigests.split(SEPARATOR)));
    }
}
