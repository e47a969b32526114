package io.agreements.keycloak.ledger.log.meter;

import io.agreements.keycloak.ledger.LedgerProvider;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Tells the metrics of this node how the logs are; every node has its own. */
public final class LogMetersTask implements ScheduledTask {

    private final LogMeters meters;

    public LogMetersTask(Clock clock) {
        this.meters = new LogMeters(clock);
    }

    @Override
    public void run(KeycloakSession session) {
        if (LogMeters.areAsked()) {
            meters.update(session.getProvider(LedgerProvider.class).logs().figures());
        }
    }
}
