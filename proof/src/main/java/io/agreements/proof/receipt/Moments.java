package io.agreements.proof.receipt;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as pages show them. */
public final class Moments {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

    /** The end of the year 9999. */
    private static final long LAST = 253_402_300_799_999L;

    private Moments() {}

    /** @param millis since 1970 in UTC; what is no moment of our time stays a number */
    public static String words(long millis) {
        return millis < 0 || millis > LAST ? String.valueOf(millis) : MOMENT.format(Instant.ofEpochMilli(millis));
    }
}
