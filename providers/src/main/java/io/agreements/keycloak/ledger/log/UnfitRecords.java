package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogStore;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Tells of records that no log can have: each once, in the server's log and as an admin event of the realm. The others go on
 * without them.
 */
final class UnfitRecords {

    private static final Logger LOG = Logger.getLogger(UnfitRecords.class);

    /** Told of each realm at most, before they are told again. */
    private static final int MOST = 20;

    private final Clock clock;

    /** By realm; a node that is started anew tells them once more. */
    private final Map<String, Set<String>> told = new HashMap<>();

    UnfitRecords(Clock clock) {
        this.clock = clock;
    }

    void look(KeycloakSession session, RealmModel realm, LogStore store) {
        List<String> unfit = store.unfit(realm.getId(), MOST);
        store.noteUnfit(realm.getId(), unfit.size());
        Set<String> before = told.getOrDefault(realm.getId(), Set.of());
        unfit.stream().filter(id -> !before.contains(id)).forEach(id -> tell(session, realm, id));
        if (unfit.isEmpty()) {
            told.remove(realm.getId());
        } else {
            told.put(realm.getId(), new LinkedHashSet<>(unfit));
        }
    }

    private void tell(KeycloakSession session, RealmModel realm, String recordId) {
        LOG.errorf(
                "RECORD %s OF REALM %s CANNOT BE IN ITS LOG: a moment in it is beyond 2^53, or its type, decision or method is"
                        + " none there is. Somebody has changed the database; the other records go on. See \"Records that no"
                        + " log can have\" in docs/log.md",
                recordId, realm.getId());
        new LogAlarm(session)
                .send(
                        realm.getId(),
                        clock.instant(),
                        LogAlarm.UNFIT,
                        "record " + recordId + " cannot be in the log: somebody has changed the database");
    }
}
