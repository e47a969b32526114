package io.agreements.keycloak.testing.inside;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/** Inside the server under test: what nodes do that start at the same moment, once the tables are there. */
public final class StartResource {

    private final KeycloakSessionFactory factory;

    StartResource(KeycloakSession session) {
        this.factory = session.getKeycloakSessionFactory();
    }

    /**
     * Fails if it does for one of them.
     *
     * @param nodes how many
     */
    @PUT
    @Consumes(MediaType.TEXT_PLAIN)
    public void start(String nodes) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(Integer.parseInt(nodes));
        List<FutureTask<Void>> starts = new ArrayList<>();
        for (int node = 0; node < together.getParties(); node++) {
            FutureTask<Void> start = new FutureTask<>(() -> {
                together.await();
                factory.publish(new PostMigrationEvent(factory));
                return null;
            });
            starts.add(start);
            Thread thread = new Thread(start, "testing-start-" + node);
            thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
            thread.start();
        }
        for (FutureTask<Void> start : starts) {
            start.get();
        }
    }
}
