package io.agreements.keycloak.rest;

import io.agreements.keycloak.ledger.ShownClause;
import java.util.List;

/**
 * A clause that a page drew the user's attention to.
 *
 * @param digest SHA-256 of its words, hexadecimal
 * @param inView whether it came into view from its first line to its last; left out if the page could not tell
 */
public record AttentionRepresentation(String digest, Boolean inView) {

    /** @return null if there are none */
    public static List<AttentionRepresentation> of(List<ShownClause> clauses) {
        return clauses.isEmpty()
                ? null
                : clauses.stream()
                        .map(clause -> new AttentionRepresentation(clause.digest(), clause.inView()))
                        .toList();
    }

    /** What was sent, each as it is kept; nothing in the place of a clause is none of a text. */
    public static List<ShownClause> shown(List<AttentionRepresentation> clauses) {
        return clauses.stream()
                .map(clause -> clause == null
                        ? new ShownClause(null, null)
                        : new ShownClause(clause.digest(), clause.inView()))
                .toList();
    }
}
