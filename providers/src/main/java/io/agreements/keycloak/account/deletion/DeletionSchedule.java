package io.agreements.keycloak.account.deletion;

import java.time.Clock;
import java.time.Duration;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Has what is due carried out from the server's start on, at an interval. */
public final class DeletionSchedule implements ProviderEventListener {

    private final Clock clock;
    private final Duration interval;

    public DeletionSchedule(Clock clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            schedule(started.getFactory());
        }
    }

    private void schedule(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.getProvider(TimerProvider.class)
                        .schedule(
                                new ClusterAwareScheduledTaskRunner(
                                        factory, new DeletionTask(clock), interval.toMillis()),
                                interval.toMillis()));
    }
}
