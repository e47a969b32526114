package io.agreements.keycloak.jpa.account;

import io.agreements.keycloak.account.deletion.GoneUser;
import io.agreements.keycloak.account.deletion.StoredEvents;
import io.agreements.keycloak.jpa.InsertIfAbsent;
import io.agreements.keycloak.jpa.Prefixes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.events.Details;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.jpa.EventEntity;
import org.keycloak.events.jpa.JpaEventStoreProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Notes who is gone in {@code AGR_EVENT_ERASURE}, and changes the tables of Keycloak's own event store, which has no way to
 * remove what is of one user.
 */
final class JpaStoredEvents implements StoredEvents {

    private static final String OF_USER =
            "select e.id from EventEntity e where e.userId = :userId and e.realmId = :realmId";

    private static final String REGISTRATIONS = "select e from EventEntity e"
            + " where e.userId = :userId and e.realmId = :realmId and e.type = '" + EventType.REGISTER + "'";

    private static final String FAILED_REGISTRATIONS = "select e from EventEntity e where e.realmId = :realmId"
            + " and e.userId is null and e.type = '" + EventType.REGISTER_ERROR + "' and e.time between :from and :to";

    /** By which events of one visit to the pages of signing in are known to belong together. */
    private static final Pattern VISIT = Pattern.compile('"' + Details.CODE_ID + "\"\\s*:\\s*(\"[^\"]+\")");

    /** No visit lasts longer. */
    private static final Duration LONGEST_VISIT = Duration.ofDays(1);

    private static final String OF_STORE = "select e.id from EventEntity e where e.realmId = :realmId"
            + " and (e.userId like :prefix" + Prefixes.ESCAPE + " or (e.userId not like 'f:%'"
            + " and not exists (select u.id from UserEntity u where u.id = e.userId)))";

    private static final String ADMIN_EVENTS = "select a.id, a.time, a.resourcePath from AdminEventEntity a"
            + " where a.realmId = :realmId and a.time >= :time and (a.time > :time or a.id > :id) order by a.time, a.id";

    private static final String STRIP = "update AdminEventEntity a set a.resourcePath = :path, a.representation = null,"
            + " a.detailsJson = null where a.id = :id";

    /** Comes before every id. An empty word would not do: to Oracle it is null. */
    private static final String BEFORE_ALL = " ";

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
    public void eraseLater(GoneUser user) {
        InsertIfAbsent.insert(entities, EventErasureEntity.of(user));
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
                .setParameter("userId", after == null ? BEFORE_ALL : after.userId())
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
    public int eraseSome(GoneUser user, int max) {
        if (!user.isStore()) {
            eraseFailedRegistrations(user);
        }
        TypedQuery<String> query = user.isStore()
                ? entities.createQuery(OF_STORE, String.class).setParameter("prefix", Prefixes.with(user.userId()))
                : entities.createQuery(OF_USER, String.class).setParameter("userId", user.userId());
        List<String> ids =
                query.setParameter("realmId", user.realmId()).setMaxResults(max).getResultList();
        return erase(ids);
    }

    /** Of who has registered at last, those of the same visit that were turned down: they have the names, and no user yet. */
    private void eraseFailedRegistrations(GoneUser user) {
        List<EventEntity> registrations = entities.createQuery(REGISTRATIONS, EventEntity.class)
                .setParameter("userId", user.userId())
                .setParameter("realmId", user.realmId())
                .getResultList();
        for (EventEntity registration : registrations) {
            Matcher visit = VISIT.matcher(Objects.toString(registration.getDetailsJson(), ""));
            if (visit.find()) {
                erase(failedRegistrations(user.realmId(), registration.getTime(), visit.group(1)));
            }
        }
    }

    private List<String> failedRegistrations(String realmId, long until, String visit) {
        try (Stream<EventEntity> failed = entities.createQuery(FAILED_REGISTRATIONS, EventEntity.class)
                .setParameter("realmId", realmId)
                .setParameter("from", until - LONGEST_VISIT.toMillis())
                .setParameter("to", until)
                .getResultStream()) {
            return failed.filter(event ->
                            Objects.toString(event.getDetailsJson(), "").contains(visit))
                    .map(EventEntity::getId)
                    .toList();
        }
    }

    private int erase(List<String> ids) {
        return ids.isEmpty()
                ? 0
                : entities.createQuery("delete from EventEntity e where e.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
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
                .setParameter("id", after == null ? "" : after.id())
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
