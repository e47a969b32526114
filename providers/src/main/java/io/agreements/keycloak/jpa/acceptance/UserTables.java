package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.KnownUsers;
import io.agreements.keycloak.jpa.UserRows;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Reads Keycloak's own tables. Pages follow the index over name and value of attributes. */
final class UserTables implements KnownUsers {

    private static final String OF_ATTRIBUTE = " from UserAttributeEntity a where a.name = :name"
            + " and a.user.realmId = :realmId and length(a.value) > 0";

    private static final String COUNT = "select count(a)" + OF_ATTRIBUTE;

    private static final String SELECT = "select a.id, a.user.id, a.value" + OF_ATTRIBUTE;

    private static final String AFTER = " and a.value <= :value and (a.value < :value or a.id > :id)";

    private static final String ORDER = " order by a.value desc, a.id";

    private static final String USERS = usersWhere("u.id in :words") + " union all "
            + usersWhere("u.username in :lower") + " union all " + usersWhere("u.email in :lower");

    private static final String EXISTING = "select u.id from UserEntity u where u.realmId = :realmId and u.id in :ids";

    private static final String WITHOUT_STORE = EXISTING + " and u.federationLink is null";

    /** What every database takes in one list. */
    private static final int CHUNK = 500;

    private final EntityManager entities;
    private final UserRows rows;

    UserTables(EntityManager entities, UserRows rows) {
        this.entities = entities;
        this.rows = rows;
    }

    @Override
    public long countAttributes(RealmModel realm, String name) {
        return entities.createQuery(COUNT, Long.class)
                .setParameter("name", name)
                .setParameter("realmId", realm.getId())
                .getSingleResult();
    }

    @Override
    public List<AttributeValue> attributes(RealmModel realm, String name, AttributeValue after, int max) {
        TypedQuery<Object[]> query = entities.createQuery(
                        after == null ? SELECT + ORDER : SELECT + AFTER + ORDER, Object[].class)
                .setParameter("name", name)
                .setParameter("realmId", realm.getId())
                .setMaxResults(max);
        if (after != null) {
            query.setParameter("value", after.value()).setParameter("id", after.id());
        }
        return query.getResultStream()
                .map(row -> new AttributeValue((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    @Override
    public List<KnownUser> users(RealmModel realm, Collection<String> words) {
        Set<String> lower =
                words.stream().map(KeycloakModelUtils::toLowerCaseSafe).collect(Collectors.toSet());
        return entities.createQuery(USERS, Object[].class)
                .setParameter("realmId", realm.getId())
                .setParameter("words", words)
                .setParameter("lower", lower)
                .getResultStream()
                .map(row -> new KnownUser((String) row[0], (String) row[1], (String) row[2], row[3] != null))
                .distinct()
                .toList();
    }

    @Override
    public Set<String> existing(RealmModel realm, Collection<String> userIds) {
        return found(EXISTING, realm, userIds);
    }

    @Override
    public Set<String> withoutStore(RealmModel realm, Collection<String> userIds) {
        return found(WITHOUT_STORE, realm, userIds);
    }

    private Set<String> found(String jpql, RealmModel realm, Collection<String> userIds) {
        Set<String> found = new HashSet<>();
        List<String> ids = List.copyOf(userIds);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            found.addAll(entities.createQuery(jpql, String.class)
                    .setParameter("realmId", realm.getId())
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .getResultList());
        }
        return found;
    }

    @Override
    public boolean isRealmThere(String realmId) {
        return !entities.createQuery("select r.id from RealmEntity r where r.id = :id", String.class)
                .setParameter("id", realmId)
                .getResultList()
                .isEmpty();
    }

    @Override
    public boolean hold(String userId) {
        return rows.hold(userId);
    }

    private static String usersWhere(String condition) {
        return "select u.id, u.username, u.email, u.serviceAccountClientLink from UserEntity u"
                + " where u.realmId = :realmId and " + condition;
    }
}
