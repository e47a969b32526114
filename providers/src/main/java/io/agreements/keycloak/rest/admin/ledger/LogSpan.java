package io.agreements.keycloak.rest.admin.ledger;

import io.agreements.keycloak.ledger.LedgerProvider;
import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.rest.admin.AdminContext;
import io.agreements.proof.ledger.Span;
import jakarta.ws.rs.core.Response;

/** A part of the realm's log, as it was asked for. */
final class LogSpan {

    private LogSpan() {}

    /**
     * 404 if the log has nothing yet.
     *
     * @param from null for the beginning
     * @param to null for the end
     * @throws IllegalArgumentException if the log has no such part, with the name of what is wrong
     */
    static Span of(AdminContext admin, Long from, Long to) {
        long size = admin.session()
                .getProvider(LedgerProvider.class)
                .log(admin.realm())
                .state()
                .map(LogState::size)
                .filter(entries -> entries > 0)
                .orElseThrow(() ->
                        AdminContext.problem(Response.Status.NOT_FOUND, "The log of the realm has no checkpoint yet."));
        long first = from == null ? 0 : from;
        long end = to == null ? size : to;
        if (first < 0 || first >= size) {
            throw new IllegalArgumentException("fromIndex must lie between 0 and " + (size - 1));
        }
        if (end <= first || end > size) {
            throw new IllegalArgumentException("toIndex must lie between " + (first + 1) + " and " + size);
        }
        return new Span(first, end);
    }
}
