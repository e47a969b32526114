package io.agreements.keycloak.agreement.text;

import java.time.Duration;

/** What is asked for takes the server long, and others have the time for it that anybody may have. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration wait;

    /** @param wait when it is worth asking again */
    public BusyException(Duration wait) {
        super("the server is busy with what others have asked for", null, false, false);
        this.wait = wait;
    }

    public Duration timeToWait() {
        return wait;
    }
}
