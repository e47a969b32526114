package io.agreements.keycloak;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.keycloak.common.util.Time;

/** The one clock of this extension. It follows Keycloak's own {@link Time}, so whoever moves that moves this too. */
public final class ServerClock extends Clock {

    /** Reads in UTC; instants are all that is asked of it. */
    public static final Clock INSTANCE = new ServerClock(ZoneOffset.UTC);

    private final ZoneId zone;

    private ServerClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    @Override
    public long millis() {
        return Time.currentTimeMillis();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ServerClock(other);
    }
}
