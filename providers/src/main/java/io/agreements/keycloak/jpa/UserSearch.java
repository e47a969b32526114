package io.agreements.keycloak.jpa;

import io.agreements.keycloak.ledger.UserIds;
import io.agreements.keycloak.ledger.UserSpan;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.keycloak.models.RealmModel;

/**
 * Goes through the users that the rows of a table name, some thousand rows at a time in the order of the users' ids: a search
 * costs the same however many rows there are.
 */
public final class UserSearch {

    private static final int ROWS = 10_000;

    /** Users whom a store keeps itself carry its id in theirs. */
    private static final String EXTERNAL = "e.userId like 'f:%'";

    private static final String MISSING = "e.userId not like 'f:%' and not exists (select u.id from UserEntity u"
            + " where u.id = e.userId and u.realmId = e.realmId)";

    private final EntityManager entities;
    private final String from;

    private UserSearch(EntityManager entities, String from) {
        this.entities = entities;
        this.from = from;
    }

    /**
     * In the rows of an entity with the properties {@code userId} and {@code realmId}.
     *
     * @param condition which rows count, in JPQL, of {@code e}
     */
    public static UserSearch in(EntityManager entities, Class<?> entity, String condition) {
        return new UserSearch(
                entities,
                " from " + entity.getSimpleName() + " e where e.realmId = :realmId and e.userId > :after and "
                        + condition);
    }

    /** Users who are in no table of users. */
    public UserIds missing(RealmModel realm, String after) {
        return find(realm, after, MISSING);
    }

    /** Users whom an external store keeps. */
    public UserIds external(RealmModel realm, String after) {
        return find(realm, after, EXTERNAL);
    }

    /**
     * Those of them for whom a condition holds that few rows meet: it says who is found, not how far a part reaches.
     *
     * @param condition in JPQL, of {@code e}
     */
    public UserIds external(RealmModel realm, String after, String condition) {
        return find(realm, after, EXTERNAL + " and " + condition);
    }

    /** The first of these users, as far as they have that many rows; all of them if they have fewer. */
    public UserSpan firstOf(RealmModel realm, UserSpan users, int rows) {
        String last = last(realm, users, rows);
        return last == null ? users : new UserSpan(users.after(), last);
    }

    private UserIds find(RealmModel realm, String after, String condition) {
        String last = last(realm, new UserSpan(after, null), ROWS);
        String upTo = last == null ? "" : " and e.userId <= :last";
        TypedQuery<String> query = query(
                "select distinct e.userId" + from + " and " + condition + upTo + " order by e.userId", realm, after);
        if (last != null) {
            query.setParameter("last", last);
        }
        return new UserIds(query.getResultList(), last);
    }

    private String last(RealmModel realm, UserSpan users, int rows) {
        String upTo = users.isToTheEnd() ? "" : " and e.userId <= :last";
        TypedQuery<String> query = query("select e.userId" + from + upTo + " order by e.userId", realm, users.after());
        if (!users.isToTheEnd()) {
            query.setParameter("last", users.last());
        }
        List<String> last = query.setFirstResult(rows - 1).setMaxResults(1).getResultList();
        return last.isEmpty() ? null : last.get(0);
    }

    private TypedQuery<String> query(String jpql, RealmModel realm, String after) {
        return entities.createQuery(jpql, String.class)
                .setParameter("realmId", realm.getId())
                .setParameter("after", Beginning.orBehind(after));
    }
}
