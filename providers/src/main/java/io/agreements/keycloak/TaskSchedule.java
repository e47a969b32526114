package io.agreements.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** All timers of a server share a thread, so a task that has very much to do leaves time to the others. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

    /** Longer than any run, its last step included; Keycloak takes the lock of a node that is gone away earlier. */
    private static final Duration LOCK = Duration.ofMinutes(10);

    private final BiFunction<KeycloakSessionFactory, ScheduledTask, TaskRunner> runner;
    private final ScheduledTask task;
    private final Duration interval;

    /** On one node of a cluster at a time, however long a run takes. */
    public TaskSchedule(ScheduledTask task, Duration interval) {
        this(
                (factory, locked) -> new ClusterAwareScheduledTaskRunner(factory, locked, LOCK.toMillis()),
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

    /** When a run that begins now has to leave the rest to the next. */
    public static Instant endOfRun(Clock clock) {
        return clock.instant().plus(LONGEST_RUN);
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
