package io.agreements.keycloak.jpa.disclosure;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows what stands in the place of what, as far as it takes to know of which entries a user was told. */
final class Corrections {

    private final EntityManager entities;
    private final String userId;

    Corrections(EntityManager entities, String userId) {
        this.entities = entities;
        this.userId = userId;
    }

    /**
     * Whether the user was told of this entry, or of any that was wrong before it.
     *
     * @param id null if there is none
     */
    boolean isToldBefore(String id) {
        String wrong = id;
        while (wrong != null) {
            List<Object[]> rows = entities.createNamedQuery(ConcernedUserEntity.BEFORE, Object[].class)
                    .setParameter("id", wrong)
                    .setParameter("userId", userId)
                    .getResultList();
            if (!rows.isEmpty() && rows.get(0)[1] != null) {
                return true;
            }
            wrong = rows.isEmpty() ? null : (String) rows.get(0)[0];
        }
        return false;
    }

    /** Those of the entries after which the user was told of a right one: a statement for each step of all together. */
    Set<String> toldAfter(Collection<String> ids) {
        Set<String> told = new HashSet<>();
        Map<String, Set<String>> asked = new HashMap<>();
        ids.forEach(id -> asked.put(id, Set.of(id)));
        while (!asked.isEmpty()) {
            List<Object[]> rows = entities.createNamedQuery(ConcernedUserEntity.AFTER, Object[].class)
                    .setParameter("ids", Set.copyOf(asked.keySet()))
                    .setParameter("userId", userId)
                    .getResultList();
            Map<String, Set<String>> next = new HashMap<>();
            for (Object[] row : rows) {
                Set<String> since = asked.get((String) row[0]);
                if (row[2] != null) {
                    told.addAll(since);
                } else {
                    next.computeIfAbsent((String) row[1], right -> new HashSet<>())
                            .addAll(since);
                }
            }
            asked.clear();
            asked.putAll(next);
        }
        return told;
    }
}
