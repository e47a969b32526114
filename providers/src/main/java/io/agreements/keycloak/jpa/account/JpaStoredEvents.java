package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.deletion.GoneUser;
import io.agreements.keycloak.account.deletion.NameDigest;
import io.agreements.keycloak.account.deletion.StoredEvents;
import io.agreements.keycloak.jpa.Beginning;
import io.agreements.keycloak.jpa.InParts;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.jpa.InsertTogether;
import io.agreements.keycloak.jpa.Prefixes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.events.Details;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.jpa.JpaEventStoreProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Notes who is gone in {@code AGR_EVENT_ERASURE}, and changes the tables of Keycloak's own event store, which has no way to
 * remove what is of one user.
 */
final class JpaStoredEvents implements StoredEvents {

    private static final String OF_USER = "select e.id, " + EventDetails.COLUMNS
            + " from EventEntity e where e.userId = :userId and e.realmId = :realmId";

    /** Users it had imported are told by being gone; who is gone by themselves has names of their own to look for first. */
    private static final String OF_STORE =
            "select e.id, " + EventDetails.COLUMNS + " from EventEntity e where e.realmId = :realmId"
                    + " and (e.userId like :prefix" + Prefixes.ESCAPE + " or (e.userId not like 'f:%'"
                    + " and not exists (select u.id from UserEntity u where u.id = e.userId)"
                    + " and not exists (select g.userId from EventErasureEntity g"
                    + " where g.userId = e.userId and g.ownErasedAt is null)))";

    private static final String ADMIN_EVENTS = "select a.id, a.time, a.resourcePath from AdminEventEntity a"
            + " where a.realmId = :realmId and a.time >= :time and (a.time > :time or a.id > :id) order by a.time, a.id";

    private static final String STRIP = "update AdminEventEntity a set a.resourcePath = :path, a.representation = null,"
            + " a.detailsJson = null where a.id = :id";

    private static final List<String> ADDRESSES = List.of(Details.PREVIOUS_EMAIL, Details.UPDATED_EMAIL);

    private final KeycloakSession session;
    private final EntityManager entities;

    JpaStoredEvents(KeycloakSession session, EntityManager entities) {
        this.session = session;
        this.entities = entities;
    }

    /** Where there is none at all, nothing is kept. */
    @Override
    public boolean areErasable() {
        EventStoreProvider store = session.getProvider(EventStoreProvider.class);
        return store == null || store instanceof JpaEventStoreProvider;
    }

    @Override
    public void eraseLater(GoneUser user, Collection<String> names) {
        String key = key(user.realmId());
        EventErasureEntity row = EventErasureEntity.of(user, key, names);
        if (!InsertIfAbsent.insert(entities, row)) {
            EventErasureEntity known = entities.find(EventErasureEntity.class, user.userId());
            if (known != null) {
                row.addNamesOf(known, names);
                entities.detach(known);
            }
            remove(user);
            InsertIfAbsent.insert(entities, row);
        }
    }

    /** Of one who had gone before the names of then are kept. */
    @Override
    public void eraseLater(Map<GoneUser, Set<String>> names) {
        if (names.size() == 1) {
            names.forEach(this::eraseLater);
            return;
        }
        Set<String> known = known(names.keySet().stream().map(GoneUser::userId).toList());
        Map<String, String> keys = new HashMap<>();
        List<EventErasureEntity> rows = new ArrayList<>();
        names.forEach((user, called) -> {
            if (known.contains(user.userId())) {
                eraseLater(user, called);
            } else {
                rows.add(EventErasureEntity.of(user, keys.computeIfAbsent(user.realmId(), this::key), called));
            }
        });
        InsertTogether.insert(entities, rows);
    }

    private Set<String> known(List<String> userIds) {
        return InParts.of(userIds)
                .flatMap(part -> entities.createNamedQuery(EventErasureEntity.KNOWN, String.class)
                        .setParameter("userIds", part)
                        .getResultStream())
                .collect(Collectors.toSet());
    }

    /** All who wait have the same, mostly: so each value that is read is digested once for all of them. */
    private String key(String realmId) {
        return entities.createNamedQuery(EventErasureEntity.KEYS, String.class)
                .setParameter("realmId", realmId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElseGet(NameDigest::newKey);
    }

    @Override
    public void removeRealm(RealmModel realm) {
        entities.createNamedQuery(EventErasureEntity.DELETE_BY_REALM)
                .setParameter("realmId", realm.getId())
                .executeUpdate();
    }

    @Override
    public List<GoneUser> waiting(Instant before, GoneUser after, int max) {
        return entities
                .createNamedQuery(EventErasureEntity.WAITING, EventErasureEntity.class)
                .setParameter("before", before.toEpochMilli())
                .setParameter(
                        "goneAt",
                        after == null ? Long.MIN_VALUE : after.goneAt().toEpochMilli())
                .setParameter("userId", after == null ? Beginning.ofAll() : after.userId())
                .setMaxResults(max)
                .getResultList()
                .stream()
                .map(EventErasureEntity::toGoneUser)
                .toList();
    }

    @Override
    public void remove(GoneUser user) {
        entities.createNamedQuery(EventErasureEntity.DELETE)
                .setParameter("userId", user.userId())
                .setParameter("realmId", user.realmId())
                .executeUpdate();
    }

    @Override
    public void leaveAttempts(GoneUser user, Instant now) {
        int left = entities.createNamedQuery(EventErasureEntity.OWN_ERASED)
                .setParameter("now", now.toEpochMilli())
                .setParameter("userId", user.userId())
                .setParameter("realmId", user.realmId())
                .executeUpdate();
        if (left == 0) {
            remove(user);
        }
    }

    @Override
    public int eraseSome(GoneUser user, int max) {
        TypedQuery<Object[]> query = user.isStore()
                ? entities.createQuery(OF_STORE, Object[].class).setParameter("prefix", Prefixes.with(user.userId()))
                : entities.createQuery(OF_USER, Object[].class).setParameter("userId", user.userId());
        List<Object[]> events =
                query.setParameter("realmId", user.realmId()).setMaxResults(max).getResultList();
        if (events.isEmpty()) {
            return 0;
        }
        noteEarlierAddresses(user, events);
        return entities.createQuery("delete from EventEntity e where e.id in :ids")
                .setParameter("ids", events.stream().map(event -> event[0]).toList())
                .executeUpdate();
    }

    /** Nothing else tells by which e-mail addresses the user was known before. */
    private void noteEarlierAddresses(GoneUser user, List<Object[]> events) {
        List<String> addresses = events.stream()
                .map(event -> EventDetails.of(event[1], event[2]))
                .flatMap(details -> ADDRESSES.stream().map(details::get))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!addresses.isEmpty() && !user.isStore()) {
            Optional.ofNullable(entities.find(EventErasureEntity.class, user.userId()))
                    .ifPresent(row -> row.addNames(addresses));
        }
    }

    @Override
    public AdminEventPlace strip(String realmId, List<GoneUser> users, AdminEventPlace after, int max) {
        if (users.isEmpty()) {
            return null;
        }
        Pseudonyms pseudonyms = new Pseudonyms(users);
        List<Object[]> some = entities.createQuery(ADMIN_EVENTS, Object[].class)
                .setParameter("realmId", realmId)
                .setParameter("time", after == null ? Long.MIN_VALUE : after.time())
                .setParameter("id", after == null ? Beginning.ofAll() : after.id())
                .setMaxResults(max)
                .getResultList();
        for (Object[] event : some) {
            if (event[2] != null) {
                pseudonyms.replacedIn((String) event[2]).ifPresent(path -> strip((String) event[0], path));
            }
        }
        if (some.size() < max) {
            return null;
        }
        Object[] last = some.get(max - 1);
        return new AdminEventPlace((Long) last[1], (String) last[0]);
    }

    private void strip(String id, String path) {
        entities.createQuery(STRIP)
                .setParameter("id", id)
                .setParameter("path", path)
                .executeUpdate();
    }
}
