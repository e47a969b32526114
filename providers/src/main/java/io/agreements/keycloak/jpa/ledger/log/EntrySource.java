package io.agreements.keycloak.jpa.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogEntry;
import java.util.List;

/** Reads records as their log has them. */
public interface EntrySource {

    /** As {@link io.agreements.keycloak.ledger.log.store.LogStore#unindexed}. */
    List<LogEntry> unindexed(String realmId, int max);

    /** As {@link io.agreements.keycloak.ledger.log.store.LogStore#unfit}. */
    List<String> unfit(String realmId, int max);
}
