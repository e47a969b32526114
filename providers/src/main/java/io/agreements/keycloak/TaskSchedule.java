package io.agreements.keycloak;

import java.time.Duration;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;

/** Has a task run from the server's start on, at an interval, on one node of a cluster at a time. */
public final class TaskSchedule implements ProviderEventListener {

    private final ScheduledTask task;
    private final Duration interval;
    private final Duration lock;

    public TaskSchedule(ScheduledTask task, Duration interval) {
        this(task, interval, interval);
    }

    /** @param lock longer than any run, so that a slow one does not bring in a second node; a node that is gone holds nothing up */
    public TaskSchedule(ScheduledTask task, Duration interval, Duration lock) {
        this.task = task;
        this.interval = interval;
        this.lock = lock;
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof PostMigrationEvent started) {
            // Keycloak's timer takes one at a time.
            synchronized (started.getFactory()) {
                schedule(started.getFactory());
            }
        }
    }

    private void schedule(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.getProvider(TimerProvider.class)
                        .schedule(
                                new ClusterAwareScheduledTaskRunner(factory, task, lock.toMillis()),
                                interval.toMillis()));
    }
}
