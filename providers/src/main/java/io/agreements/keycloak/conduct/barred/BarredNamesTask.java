package io.agreements.keycloak.conduct.barred;

import io.agreements.keycloak.conduct.RestrictionProvider;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.ScheduledTask;

/** Removes what may be registered again because its date has come. Keycloak runs it on one node at a time. */
public final class BarredNamesTask implements ScheduledTask {

    private final Clock clock;

    public BarredNamesTask(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run(KeycloakSession session) {
        session.getProvider(RestrictionProvider.class).barred().removeOver(clock.instant());
    }
}
