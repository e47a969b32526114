package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.Decision;
import io.agreements.keycloak.ledger.Method;
import io.agreements.keycloak.ledger.RecordQuery;
import io.agreements.keycloak.ledger.RecordType;
import io.agreements.keycloak.rest.Keyset;
import io.agreements.keycloak.rest.Parameters;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.keycloak.rest.admin.Words;
import java.time.Instant;
import java.util.Set;

/** Which records are asked for in an address; what was left out is null or blank. */
record RecordsAsked(
        String user,
        String search,
        String type,
        String decision,
        String method,
        String client,
        String agreement,
        String from,
        String to) {

    /** All of them; 400 if they cannot be had, 403 if the caller may not look for users by that. */
    RecordQuery query(AdminContext admin, int max) {
        return new RecordQuery(
                userIds(new RecordUsers(admin)),
                isSaid(type) ? Set.of(Words.require(RecordType.class, "type", type)) : Set.of(),
                isSaid(agreement) ? agreement : null,
                circumstances(),
                moment("from", from),
                moment("to", to),
                0,
                max,
                null);
    }

    /** A part of them, likewise. */
    RecordQuery query(AdminContext admin, Keyset<RecordQuery.Place> part) {
        RecordQuery query = query(admin, part.max());
        if (part.first() > 0 && !query.circumstances().equals(RecordQuery.Circumstances.ANY)) {
            throw AdminContext.badRequest("first cannot be said beside decision, method or client: say as after"
                    + " which record the list is to go on behind");
        }
        return query.part(part.first(), part.max(), part.after());
    }

    private Set<String> userIds(RecordUsers users) {
        if (isSaid(user) && isSaid(search)) {
            throw AdminContext.badRequest("say user or search, not both");
        }
        if (isSaid(search)) {
            return users.matching(search);
        }
        return isSaid(user) ? users.named(user) : Set.of();
    }

    private RecordQuery.Circumstances circumstances() {
        return new RecordQuery.Circumstances(
                isSaid(decision) ? Words.require(Decision.class, "decision", decision) : null,
                isSaid(method) ? Words.require(Method.class, "method", method) : null,
                isSaid(client) ? client : null);
    }

    private static boolean isSaid(String parameter) {
        return parameter != null && !parameter.isBlank();
    }

    private static Instant moment(String name, String value) {
        Long millis = Parameters.millis(name, value);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
