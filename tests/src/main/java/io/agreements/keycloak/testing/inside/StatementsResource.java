package io.agreements.keycloak.testing.inside;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.MediaType;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Inside the server under test: has it log the statements it sends to its database, or not. */
public final class StatementsResource {
    private static final Logger STATEMENTS = Logger.getLogger("org.hibernate.SQL");
    private static final Logger PARAMETERS = Logger.getLogger("org.hibernate.orm.jdbc.bind");

    /** @param logged {@code true} or {@code false} */
    @PUT
    @Consumes(MediaType.TEXT_PLAIN)
    public void setLogged(String logged) {
        boolean on = Boolean.parseBoolean(logged);
        STATEMENTS.setLevel(on ? Level.FINE : null);
        PARAMETERS.setLevel(on ? Level.FINER : null);
    }
}
