package io.agreements.keycloak.testing.inside;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.models.KeycloakSession;
import org.keycloak.timer.TimerProvider;
import org.keycloak.timer.TimerProvider.TimerTaskContext;

/** Inside the server under test: has a task of its timers run as often as a test wants, and counts how often it did. */
public final class TasksResource {
    private static final Map<String, Hastened> HASTENED = new ConcurrentHashMap<>();

    private final TimerProvider timer;

    TasksResource(KeycloakSession session) {
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
