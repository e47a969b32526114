package io.agreements.keycloak.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.util.Locale;

/** How a time zone is named beside a time of day: by what it differs from UTC, which is the same to every reader. */
final class ZoneName {

    private ZoneName() {}

    /** @param moment when: summer time is another zone */
    static String of(ZoneId zone, Instant moment, Locale reader) {
        ZoneOffset offset = zone.getRules().getOffset(moment);
        return offset.equals(ZoneOffset.UTC)
                ? "UTC"
                : new DateTimeFormatterBuilder()
                        .appendLocalizedOffset(TextStyle.SHORT)
                        .toFormatter(reader)
                        .format(moment.atOffset(offset));
    }
}
