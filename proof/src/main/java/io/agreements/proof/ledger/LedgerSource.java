package io.agreements.proof.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the ledger of one realm is stored. */
public interface LedgerSource extends AutoCloseable {

    /** Id of the realm. */
    String realmId();

    /** The part of the log that is there; empty for all of it. */
    default Optional<Span> part() {
        return Optional.empty();
    }

    /** Rows in the order that is asked for. */
    Rows rows(Reading reading);

    /**
     * A few rows, wherever they are.
     *
     * @param max how many are read at most
     */
    List<Row> find(Reading reading, int max);

    /** Rows that look like this and are of other realms; none where nothing is known of others. */
    List<Row> elsewhere(Table table, Map<String, Object> where);

    /** Whether Keycloak's own tables are at hand, so that it is known of every user whether there is such a one. */
    boolean knowsUsers();

    /** Which of these users Keycloak does not know, as far as that is known. */
    Set<String> absent(Collection<String> userIds);

    @Override
    void close();
}
