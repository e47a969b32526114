package io.agreements.keycloak.testing.inside;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.scheduled.ScheduledTaskRunner;
import org.keycloak.timer.ScheduledTask;
import org.keycloak.timer.TimerProvider;
import org.keycloak.timer.TimerProvider.TimerTaskContext;

/** Inside the server under test: has a task of its timers run as often as a test wants, and counts how often it did. */
public final class TasksResource {
    private static final Map<String, Hastened> HASTENED = new ConcurrentHashMap<>();

    private final KeycloakSessionFactory factory;
    private final TimerProvider timer;

    TasksResource(KeycloakSession session) {
        this.factory = session.getKeycloakSessionFactory();
        this.timer = session.getProvider(TimerProvider.class);
    }

    /** @param milliseconds between two runs; 0 for as long as the server means it to be */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.TEXT_PLAIN)
    public void setInterval(@PathParam("name") String name, String milliseconds) {
        long interval = Long.parseLong(milliseconds);
        Hastened task = HASTENED.computeIfAbsent(name, this::find);
        if (interval == 0) {
            timer.schedule(task.work(), task.usualInterval(), name);
            HASTENED.remove(name);
        } else {
            timer.schedule(task::run, interval, name);
        }
    }

    /** How often it has begun since it is hastened. */
    @GET
    @Path("{name}")
    @Produces(MediaType.TEXT_PLAIN)
    public String runs(@PathParam("name") String name) {
        Hastened task = HASTENED.get(name);
        if (task == null) {
            throw new NotFoundException();
        }
        return task.begun().toString();
    }

    /**
     * Has a task run at once on several nodes that know nothing of each other: without the lock that lets one node of a
     * cluster do it. Fails if one of them does.
     *
     * @param nodes how many
     */
    @PUT
    @Path("{name}/together")
    @Consumes(MediaType.TEXT_PLAIN)
    public void runTogether(@PathParam("name") String name, String nodes) throws Exception {
        ScheduledTask task = task(runner(name));
        Together.run(Integer.parseInt(nodes), () -> KeycloakModelUtils.runJobInTransaction(factory, task::run));
    }

    private Runnable runner(String name) {
        Hastened hastened = HASTENED.get(name);
        return hastened != null ? hastened.work() : find(name).work();
    }

    /** Keycloak's runner keeps the lock and the task, and shows neither. */
    private static ScheduledTask task(Runnable runner) throws ReflectiveOperationException {
        Field task = ScheduledTaskRunner.class.getDeclaredField("task");
        task.setAccessible(true);
        return (ScheduledTask) task.get(runner);
    }

    private Hastened find(String name) {
        TimerTaskContext task = timer.getTasks().get(name);
        if (task == null) {
            throw new NotFoundException();
        }
        return new Hastened(task.getRunnable(), task.getIntervalMillis(), new AtomicLong());
    }

    private record Hastened(Runnable work, long usualInterval, AtomicLong begun) {

        void run() {
            begun.incrementAndGet();
            work.run();
        }
    }
}
