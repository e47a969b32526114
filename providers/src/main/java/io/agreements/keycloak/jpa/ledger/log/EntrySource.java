package io.agreements.keycloak.jpa.ledger.log;

import io.agreements.keycloak.ledger.log.LogEntry;
import java.util.List;

/** Reads records as their log has them. */
public interface EntrySource {

    /** As {@link io.agreements.keycloak.ledger.log.LogStore#unindexed}. */
    List<LogEntry> unindexed(String realmId, int max);

    /** As {@link io.agreements.keycloak.ledger.log.LogStore#unfit}. */
    List<String> unfit(String realmId, int max);
}
