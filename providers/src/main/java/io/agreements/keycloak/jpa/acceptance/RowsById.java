package io.agreements.keycloak.jpa.acceptance;

import io.agreements.keycloak.acceptance.user.PersonName;
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

    private static final String NAMES =
            "select u.id, u.username, u.firstName, u.lastName, u.email from UserEntity u where u.id in :ids";

    private static final String RECORDED_NAMES =
            "select r.id, r.username from RecordEntity r where r.id in :ids and r.username is not null";

    private static final String LATEST = "select s.userId, s.versionNumber, s.decision, s.locale, s.decidedAt"
            + " from StandingEntity s where s.agreementId = :agreementId and s.userId in :ids";

    /** By id, what those are called that are in Keycloak's own table. */
    Map<String, Called> names(List<String> userIds) {
        Map<String, Called> names = new HashMap<>();
        read(NAMES, userIds, query -> query)
                .forEach((id, row) -> names.put(
                        id, new Called((String) row[1], new PersonName((String) row[2], (String) row[3], (String)
                                row[4]))));
        return names;
    }

    /** By id, the names that are on these records. */
    Map<String, String> recordedNames(List<String> recordIds) {
        Map<String, String> names = new HashMap<>();
        read(RECORDED_NAMES, recordIds, query -> query).forEach((id, row) -> names.put(id, (String) row[1]));
        return names;
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

    /** What a user of Keycloak's own table is called. */
    record Called(String username, PersonName name) {}
}
