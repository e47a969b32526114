package io.agreements.keycloak.ledger.log;

import io.agreements.keycloak.ledger.log.store.LogState;
import io.agreements.keycloak.ledger.log.store.LogStore;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** Stops a log that contradicts itself, loudly: once in the server's log, and once as an admin event of the realm. */
final class Halting {

    private static final Logger LOG = Logger.getLogger(Halting.class);

    /** In the database. */
    private static final int LONGEST = 500;

    private final KeycloakSession session;
    private final LogStore store;
    private final Clock clock;

    Halting(KeycloakSession session, LogStore store, Clock clock) {
        this.session = session;
        this.store = store;
        this.clock = clock;
    }

    /** Nothing is added to the log any more until an administrator has it go on. Its reason is for people. */
    void halt(LogState log, String reason) {
        String kept = reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
        LogState halted = log.halted(new LogState.Halt(clock.instant(), kept));
        store.save(halted);
        LOG.errorf(
                "THE LOG OF REALM %s CONTRADICTS ITSELF, and nothing is added to it: %s. Somebody has changed the"
                        + " database, or put back an old one. See \"When a log is halted\" in docs/log.md",
                log.realmId(), reason);
        new LogAlarm(session).send(log.realmId(), halted.halt().at(), LogAlarm.HALTED, kept);
    }
}
