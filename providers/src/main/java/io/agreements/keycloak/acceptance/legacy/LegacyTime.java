package io.agreements.keycloak.acceptance.legacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A moment in one of the ways other systems write it: a date, a date and time with its offset, or a number: of 9 to 11
 * digits seconds since 1970, of 12 to 14 milliseconds.
 */
final class LegacyTime {

    /** A flag such as 0 or 1 is not among them: seconds have had 9 digits since 1973. */
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{8,10}");

    private static final Pattern MILLISECONDS = Pattern.compile("[1-9][0-9]{11,13}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private LegacyTime() {}

    /**
     * @param zone in which a date begins that has no time
     * @return empty if it is none of these, or lies before 1970, as a time does that stands for none
     */
    static Optional<Instant> parse(String value, ZoneId zone) {
        return read(value, zone).filter(moment -> !moment.isBefore(Instant.EPOCH) && moment.isBefore(END));
    }

    private static Optional<Instant> read(String value, ZoneId zone) {
        try {
            if (SECONDS.matcher(value).matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(value)));
            }
            if (MILLISECONDS.matcher(value).matches()) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(value)));
            }
            return Optional.of(
                    DATE.matcher(value).matches()
                            ? LocalDate.parse(value).atStartOfDay(zone).toInstant()
                            : OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
