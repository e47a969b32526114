package io.agreements.keycloak.testing.inside;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.ExecutionException;
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
        Together.run(Integer.parseInt(nodes), () -> factory.publish(new PostMigrationEvent(factory)));
    }
}
