package io.agreements.keycloak.jpa.acceptance;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What tables know of rows that have been chosen: one statement for a page, some for more. */
record RowsById(EntityManager entities) {

    /** What every database takes in one list; no page has more. */
    static final int LIST = 1_000;

    /** Few enough that a database looks each of them up rather than read all there are. */
    private static final int LOOKED_UP = 250;

    private static final String NAMES = "select u.id, u.username from UserEntity u where u.id in :ids";

    private static final String RECORDED_NAMES =
            "select r.id, r.username from RecordEntity r where r.id in :ids and r.username is not null";

    private static final String LATEST = "select s.userId, s.versionNumber, s.decision, s.locale, s.decidedAt"
            + " from StandingEntity s where s.agreementId = :agreementId and s.userId in :ids";

    /** By id, the names of those that are in Keycloak's own table. */
    Map<String, String> names(List<String> userIds) {
        return seconds(read(NAMES, userIds, query -> query));
    }

    /** By id, the names that are on these records. */
    Map<String, String> recordedNames(List<String> recordIds) {
        return seconds(read(RECORDED_NAMES, recordIds, query -> query));
    }

    /** By id, what these users said last: behind the id the version, the decision, the locale, and when. */
    Map<String, Object[]> latest(String agreementId, List<String> userIds) {
        return read(LATEST, userIds, query -> query.setParameter("agreementId", agreementId));
    }

    private Map<String, Object[]> read(String jpql, List<String> ids, UnaryOperator<TypedQuery<Object[]>> parameters) {
        Map<String, Object[]> rows = new HashMap<>();
        int chunk = ids.size() <= LIST ? LIST : LOOKED_UP;
        for (int from = 0; from < ids.size(); from += chunk) {
            parameters
                    .apply(entities.createQuery(jpql, Object[].class))
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + chunk)))
                    .getResultList()
                    .forEach(row -> rows.put((String) row[0], row));
        }
        return rows;
    }

    private static Map<String, String> seconds(Map<String, Object[]> rows) {
        Map<String, String> seconds = new HashMap<>();
        rows.forEach((id, row) -> seconds.put(id, (String) row[1]));
        return seconds;
    }
}
