package io.agreements.keycloak;

import java.time.Duration;
import java.util.function.BiFunction;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.services.scheduled.ScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TaskRunner;
import org.keycloak.timer.TimerProvider;

/** Has a task run from the server's start on, at an interval. */
public final class TaskSchedule implements ProviderEventListener {

    private final BiFunction<KeycloakSessionFactory, ScheduledTask, TaskRunner> runner;
    private final ScheduledTask task;
    private final Duration interval;

    /** On one node of a cluster at a time. */
    public TaskSchedule(ScheduledTask task, Duration interval) {
        this(task, interval, interval);
    }

    /** @param lock longer than any run, so that a slow one does not bring in a second node; a node that is gone holds nothing up */
    public TaskSchedule(ScheduledTask task, Duration interval, Duration lock) {
        this(
                (factory, locked) -> new ClusterAwareScheduledTaskRunner(factory, locked, lock.toMillis()),
                task,
                interval);
    }

    private TaskSchedule(
            BiFunction<KeycloakSessionFactory, ScheduledTask, TaskRunner> runner,
            ScheduledTask task,
            Duration interval) {
        this.runner = runner;
        this.task = task;
        this.interval = interval;
    }

    /** On each node by itself. */
    public static TaskSchedule onEveryNode(ScheduledTask task, Duration interval) {
        return new TaskSchedule(ScheduledTaskRunner::new, task, interval);
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
                        .schedule(runner.apply(factory, task), interval.toMillis()));
    }
}
