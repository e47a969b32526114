package io.agreements.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
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

    private static final Logger LOG = Logger.getLogger(TaskSchedule.class);

    /** All timers of a server share a thread, so a task that has very much to do leaves time to the others. */
    private static final Duration LONGEST_RUN = Duration.ofSeconds(10);

    /** Longer than any run, its last step included; Keycloak takes the lock of a node that is gone away earlier. */
    private static final Duration LOCK = Duration.ofMinutes(10);

    /** Between a run that has left something and the one that goes on with it: other tasks have their turn then. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final BiFunction<KeycloakSessionFactory, ScheduledTask, TaskRunner> runner;
    private final ScheduledTask task;
    private final Duration interval;

    /** On one node of a cluster at a time, however long a run takes. */
    public TaskSchedule(ScheduledTask task, Duration interval) {
        this(TaskSchedule::locking, task, interval);
    }

    private TaskSchedule(
            BiFunction<KeycloakSessionFactory, ScheduledTask, TaskRunner> runner,
            ScheduledTask task,
            Duration interval) {
        this.runner = runner;
        this.task = task;
        this.interval = interval;
    }

    private static TaskRunner locking(KeycloakSessionFactory factory, ScheduledTask task) {
        return new ClusterAwareScheduledTaskRunner(factory, task, LOCK.toMillis());
    }

    /**
     * Has what a run on one node of a cluster has left gone on with soon, and not only after the interval. To be asked for
     * only where the run has done something, so that what cannot be done is not tried again and again.
     */
    public static void goOnSoon(KeycloakSessionFactory factory, ScheduledTask task) {
        goOnSoon(factory, task, locking(factory, task));
    }

    /** The same for a task that every node has a share in. */
    public static void goOnSoonHere(KeycloakSessionFactory factory, ScheduledTask task) {
        goOnSoon(factory, task, new ScheduledTaskRunner(factory, task));
    }

    private static void goOnSoon(KeycloakSessionFactory factory, ScheduledTask task, TaskRunner runner) {
        String name = task.getTaskName() + " goes on";
        Runnable once = () -> {
            cancel(factory, name);
            runner.run();
        };
        onTimer(factory, timer -> timer.schedule(once, PAUSE.toMillis(), name));
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
            KeycloakSessionFactory factory = started.getFactory();
            onTimer(factory, timer -> timer.schedule(runner.apply(factory, task), interval.toMillis()));
        }
    }

    /** What is thrown here would end the timer, and with it all that the server does by itself; so the task runs once more. */
    private static void cancel(KeycloakSessionFactory factory, String name) {
        try {
            onTimer(factory, timer -> timer.cancelTask(name));
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s once more", name);
        }
    }

    /** Keycloak's timer takes one at a time. */
    private static void onTimer(KeycloakSessionFactory factory, Consumer<TimerProvider> step) {
        synchronized (factory) {
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> step.accept(session.getProvider(TimerProvider.class)));
        }
    }
}
