package io.agreements.keycloak.testing.inside;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.MediaType;
import org.keycloak.common.util.Time;

/** Inside the server under test: sets how far its time is ahead of the machine's. */
public final class ClockResource {

    /** @param seconds 0 for the machine's own time */
    @PUT
    @Consumes(MediaType.TEXT_PLAIN)
    public void setOffset(String seconds) {
        Time.setOffset(Integer.parseInt(seconds));
    }
}
